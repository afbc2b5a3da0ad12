import type { Load, Pace, Round } from './load'
import { drive, interleaved } from './load'
import type { Program } from './api-clients'
import type { Sample } from './sample'

/** The servers and data of a run at one size. */
export type Bench = {
  size: number
  database: string
  pace: Pace
  sample: Sample
  site: Program
  reference: Program
  empty: Program
  nginx: Program | null
  reportProgress: (state: string) => void
}

export type Unit = 'req/s' | 'ms' | 'MB/s' | 'MB' | 'count' | 'pub/s' | 's'

/** A measured figure, optionally with that of a reference. Targets refer to it by `id`. */
export type Reading = {
  id: string
  what: string
  unit: Unit
  value: number
  p99?: number
  against?: { what: string; value: number }
  failed?: number
}

export type Measure = { name: string; run: (bench: Bench) => Promise<Reading[]> }

type Rival = Load & { what: string }

type Comparison = {
  id: string
  what: string
  ours: Load
  rivals?: Readonly<Record<string, Rival | null>>
  /** Also measures a single reader, for growth with the data. */
  alone?: boolean
}

/** Measures our rate and that of each rival in one interleaved run. Readings are named `id/rival`. */
export async function compare(bench: Bench, { id, what, ours, rivals = {}, alone }: Comparison): Promise<Reading[]> {
  const present = Object.entries(rivals).filter((entry): entry is [string, Rival] => entry[1] !== null)
  const loads: Record<string, Load> = { ours, ...Object.fromEntries(present) }
  bench.reportProgress(what)
  // First, so that no response comes from a cache.
  const single = alone ? [await latency(bench, id, what, ours)] : []
  const results = await interleaved(loads, bench.pace)
  const own = results.ours!
  const reading = (rate: Round): Pick<Reading, 'what' | 'unit' | 'value' | 'p99' | 'failed'> => ({
    what,
    unit: 'req/s',
    value: rate.rate,
    p99: rate.p99,
    failed: rate.failed,
  })
  const beside = present.map(([name, rival]): Reading => {
    const against = { what: rival.what, value: results[name]!.rate }
    return { id: `${id}/${name}`, ...reading(own), against }
  })
  return [...(beside.length ? beside : [{ id, ...reading(own) }]), ...single]
}

/** Measures the latency for a single reader: `id p50`. */
export async function latency(bench: Bench, id: string, what: string, load: Load): Promise<Reading> {
  const { p50, p99, failed } = await drive(load, bench.pace.seconds, 1)
  return { id: `${id} p50`, what: `${what}, one reader`, unit: 'ms', value: p50, p99, failed }
}
