import { get } from 'node:http'
import { median } from '../statistics'
import type { Bench, Measure, Reading } from '../measure'
import { residentMemory } from '../api-clients'

type Read = { rate: number; firstByte: number; growth: number }

const MB = 1_048_576

/** Reads a file as fast as possible and samples the server's memory growth meanwhile. */
const read = (url: string, pid: number): Promise<Read> =>
  new Promise((resolve, reject) => {
    const before = residentMemory(pid)
    const began = performance.now()
    let [bytes, firstByte, most] = [0, 0, before]
    const watch = setInterval(() => (most = Math.max(most, residentMemory(pid))), 50)
    const request = get(url, { agent: false }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} was answered with ${response.statusCode}.`))
      response.on('data', (piece: Buffer) => {
        firstByte ||= performance.now() - began
        bytes += piece.length
      })
      response.on('end', () => {
        const seconds = (performance.now() - began) / 1000
        resolve({ rate: bytes / MB / seconds, firstByte, growth: most - before })
      })
    })
    request.on('error', reject).on('close', () => clearInterval(watch))
  })

const middle = (reads: Read[], of: keyof Read) => median(reads.map((one) => one[of]))

/** Few rounds, because a complete export is large. */
const rounds = ({ size, pace }: Bench) => Math.min(pace.rounds, size > 500_000 ? 2 : 3)

const exported = (format: 'csv' | 'json'): Measure => ({
  name: format,
  run: async (bench): Promise<Reading[]> => {
    const { site, reference } = bench
    const [ours, theirs]: [Read[], Read[]] = [[], []]
    const what = `All statements as ${format.toUpperCase()}`
    bench.reportProgress(what)
    await read(`${site.origin}/statements.${format}?state=WY`, site.pid)
    for (let round = 0; round < rounds(bench); round++) {
      ours.push(await read(`${site.origin}/statements.${format}`, site.pid))
      theirs.push(await read(`${reference.origin}/export?format=${format}`, reference.pid))
    }
    const against = { what: 'COPY TO', value: middle(theirs, 'rate') }
    const growth = Math.max(...ours.map((one) => one.growth))
    return [
      { id: `${format}/copy`, what, unit: 'MB/s', value: middle(ours, 'rate'), against },
      { id: `${format} first byte`, what: `${what}: first byte`, unit: 'ms', value: middle(ours, 'firstByte') },
      { id: `${format} memory`, what: `${what}: the server’s memory grows by`, unit: 'MB', value: growth },
    ]
  },
})

export const csv = exported('csv')
export const json = exported('json')
