import autocannon from 'autocannon'
import { median, percentile } from './figures'

/** What is asked of a server: an address for each request, the next one each time. */
export type Load = { origin: string; next: () => string; headers?: Record<string, string> }

export type Round = { rate: number; p50: number; p99: number; failed: number }

export type Pace = { seconds: number; rounds: number; connections: number }

/** So many requests one reader sends; a site that limits readers then sees many. */
const PER_READER = 400
let sent = 0

/** What browsers say that they understand. */
export const ENCODINGS = { 'accept-encoding': 'br, gzip' }

/** As a proxy in front of the site would write it. */
export const reader = (): string => {
  const number = Math.floor(sent++ / PER_READER)
  return `100.${64 + ((number >> 16) & 63)}.${(number >> 8) & 255}.${number & 255}`
}

/** Drives one server for some seconds. */
export async function drive(load: Load, seconds: number, connections: number): Promise<Round> {
  const times: number[] = []
  const request = (base: autocannon.Request): autocannon.Request => ({
    ...base,
    path: load.next(),
    headers: { ...ENCODINGS, ...load.headers, 'x-forwarded-for': reader() },
  })
  const { non2xx, errors, timeouts } = await new Promise<autocannon.Result>((resolve, reject) => {
    const options = {
      url: load.origin,
      connections,
      duration: seconds,
      timeout: 60,
      requests: [{ setupRequest: request }],
    }
    const running = autocannon(options, (error, result) => (error ? reject(error) : resolve(result)))
    running.on('response', (_client, _status, _bytes, time) => times.push(time))
  })
  times.sort((a, b) => a - b)
  return {
    rate: times.length / seconds,
    p50: percentile(times, 50),
    p99: percentile(times, 99),
    failed: non2xx + errors + timeouts,
  }
}

/** So long each server is warmed up, in seconds: a large program's code takes longer to be compiled than a small one's. */
const WARMING = 4

/** Drives several servers in turn (A B C A B C …), each warmed up first; the medians over the rounds. */
export async function interleaved<Name extends string>(
  loads: Readonly<Record<Name, Load>>,
  { seconds, rounds, connections }: Pace,
): Promise<Record<Name, Round>> {
  const names = Object.keys(loads) as Name[]
  const found = Object.fromEntries(names.map((name) => [name, [] as Round[]])) as Record<Name, Round[]>
  for (const name of names) await drive(loads[name], WARMING, connections)
  for (let round = 0; round < rounds; round++)
    for (const name of names) found[name].push(await drive(loads[name], seconds, connections))
  const middle = (of: Round[]): Round => ({
    rate: median(of.map((one) => one.rate)),
    p50: median(of.map((one) => one.p50)),
    p99: median(of.map((one) => one.p99)),
    failed: of.reduce((sum, one) => sum + one.failed, 0),
  })
  return Object.fromEntries(names.map((name) => [name, middle(found[name])])) as Record<Name, Round>
}
