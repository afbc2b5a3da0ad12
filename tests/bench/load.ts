import autocannon from 'autocannon'
import { median, percentile } from './statistics'

/** The requests to a server: `next` returns the path of each. */
export type Load = { origin: string; next: () => string; headers?: Record<string, string> }

export type Round = { rate: number; p50: number; p99: number; failed: number }

export type Pace = { seconds: number; rounds: number; connections: number }

/** Requests per client address, so that rate limits see many clients. */
const PER_READER = 400
let sent = 0

/** The encodings that browsers accept. */
export const ENCODINGS = { 'accept-encoding': 'br, gzip' }

/** The client address of the next request, as a reverse proxy forwards it. */
export const clientAddress = (): string => {
  const number = Math.floor(sent++ / PER_READER)
  return `100.${64 + ((number >> 16) & 63)}.${(number >> 8) & 255}.${number & 255}`
}

/** Sends requests to one server for some seconds. */
export async function drive(load: Load, seconds: number, connections: number): Promise<Round> {
  const times: number[] = []
  const request = (base: autocannon.Request): autocannon.Request => ({
    ...base,
    path: load.next(),
    headers: { ...ENCODINGS, ...load.headers, 'x-forwarded-for': clientAddress() },
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

/** Warm-up per server in seconds: V8 needs longer to compile a large program than a small one. */
const WARM_UP_SECONDS = 4

/** Loads several servers in interleaved rounds (A B C A B C …) after a warm-up; returns medians over the rounds. */
export async function interleaved<Name extends string>(
  loads: Readonly<Record<Name, Load>>,
  { seconds, rounds, connections }: Pace,
): Promise<Record<Name, Round>> {
  const names = Object.keys(loads) as Name[]
  const results = Object.fromEntries(names.map((name) => [name, [] as Round[]])) as Record<Name, Round[]>
  for (const name of names) await drive(loads[name], WARM_UP_SECONDS, connections)
  for (let round = 0; round < rounds; round++)
    for (const name of names) results[name].push(await drive(loads[name], seconds, connections))
  const medianOf = (rounds: Round[]): Round => ({
    rate: median(rounds.map((one) => one.rate)),
    p50: median(rounds.map((one) => one.p50)),
    p99: median(rounds.map((one) => one.p99)),
    failed: rounds.reduce((sum, one) => sum + one.failed, 0),
  })
  return Object.fromEntries(names.map((name) => [name, medianOf(results[name])])) as Record<Name, Round>
}
