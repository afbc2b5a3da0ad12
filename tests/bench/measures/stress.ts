import autocannon from 'autocannon'
import { percentile } from '../statistics'
import { ENCODINGS, clientAddress } from '../load'
import type { Measure } from '../measure'
import { cycle } from '../sample'

const CONNECTIONS = 100
const SECONDS = 20

/** The properties of an autocannon client that are used here. */
type StressClient = {
  on: (event: 'headers', listener: (head: { statusCode: number; headers: string[] }) => void) => void
}

/** Whether a response is 200, or the 503 of admission control, which carries Retry-After. */
const isExpected = (statusCode: number, headers: readonly string[]): boolean =>
  statusCode < 500 ||
  (statusCode === 503 && headers.some((name, i) => i % 2 === 0 && name.toLowerCase() === 'retry-after'))

/** Concurrent uncached pages of all kinds, each with a unique address: filtered lists, records, places and searches. */
export const stress: Measure = {
  name: 'stress',
  run: async (bench) => {
    const what = `${CONNECTIONS} connections asking for uncached pages`
    bench.reportProgress(what)
    const { filters, records, places, words } = bench.sample
    const next = cycle(
      Array.from({ length: 5_000 }, (_, i) => [
        `/statements?${filters[i % filters.length]}&sort=updated`,
        records[i % records.length]!.path,
        places[i % places.length]!,
        `/statements?q=${encodeURIComponent(words[i % words.length]!)}`,
      ]).flat(),
    )
    const times: number[] = []
    let [unexpected, rejected] = [0, 0]
    const { errors, timeouts } = await new Promise<autocannon.Result>((resolve, reject) => {
      const setupRequest = (base: autocannon.Request): autocannon.Request => ({
        ...base,
        path: next(),
        headers: { ...ENCODINGS, 'x-forwarded-for': clientAddress() },
      })
      const setupClient = (client: unknown) =>
        (client as StressClient).on('headers', ({ statusCode, headers }) => {
          if (statusCode === 503) rejected += 1
          if (!isExpected(statusCode, headers)) unexpected += 1
        })
      const options = {
        url: bench.site.origin,
        connections: CONNECTIONS,
        duration: SECONDS,
        timeout: 30,
        setupClient,
        requests: [{ setupRequest }],
      }
      const running = autocannon(options, (error, result) => (error ? reject(error) : resolve(result)))
      running.on('response', (_client, _status, _bytes, ms) => times.push(ms))
    })
    times.sort((a, b) => a - b)
    return [
      {
        id: 'stress errors',
        what: `${what}: responses of 500 or more without admission control's Retry-After, and broken connections`,
        unit: 'count',
        value: unexpected + errors + timeouts,
      },
      { id: 'stress p99', what: `${what}: p99`, unit: 'ms', value: percentile(times, 99) },
      {
        id: 'stress served',
        what: `${what}: served`,
        unit: 'req/s',
        value: (times.length - rejected) / SECONDS,
      },
      { id: 'stress rejected', what: `${what}: rejected with 503`, unit: 'req/s', value: rejected / SECONDS },
    ]
  },
}
