// Times the requests of a reader while hostile documents are read: in quiet, in worker processes, and in the serving
// process, as it was before there were any. Writes docs/benchmarks/hostile-documents.md.
//
//   npx tsx tests/bench/hostile-documents.ts
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { recognize } from '@/lib/features/intake/recognize'
import { articleIn } from '@/lib/platform/fetch/article'
import { readArticle } from '@/lib/platform/fetch/read-article'
import { readUploadedFile } from '@/lib/platform/files/read-uploaded-file'
import { workerPool } from '@/lib/platform/worker-pool/worker-pool'
import { ROOT } from '@/scripts/paths'
import { SLOW_PAGE, slowWorkbook } from '@/tests/fixtures/hostile-documents'
import { median, percentile } from './statistics'

const SECONDS = 8
const ROUNDS = 5

const server = createServer((_, res) => res.end('a page'))
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
// A blocked server would close connections that it took for idle.
server.keepAliveTimeout = 0
const port = (server.address() as AddressInfo).port

// A reader in a thread of its own, which asks every 10 ms and waits for each response.
const reader = new Worker(
  `const { workerData: port, parentPort } = require('node:worker_threads')
  const http = require('node:http')
  const agent = new http.Agent({ keepAlive: true })
  let times = []
  const ask = () => {
    const started = performance.now()
    http.get({ port, host: '127.0.0.1', agent }, (res) => {
      res.resume()
      res.on('end', () => {
        times.push(performance.now() - started)
        setTimeout(ask, 10)
      })
    })
  }
  parentPort.on('message', () => { parentPort.postMessage(times); times = [] })
  ask()`,
  { eval: true, workerData: port },
)
const timesSoFar = () =>
  new Promise<number[]>((resolve) => {
    reader.once('message', resolve)
    reader.postMessage('times')
  })

const page = {
  url: 'https://a.example/',
  finalUrl: 'https://a.example/',
  kind: 'html' as const,
  contentType: 'text/html',
}
const book = slowWorkbook()
const text = '“a b” said Mayor Ana Peña of El Paso, Texas. '.repeat(450)
const csv = Buffer.from(`${'name,place,words\n'}${'Ana Peña,El Paso,"no, plans"\n'.repeat(49_000)}`)

const inWorkers = async () => {
  const ignore = () => {}
  await Promise.all([
    readArticle({ ...page, bytes: Buffer.from(SLOW_PAGE) }).catch(ignore),
    readUploadedFile(book).catch(ignore),
    readUploadedFile(csv).catch(ignore),
    recognize({ text, published: '2025-01-01', lang: 'en' }),
  ])
}

/** The times of one round, in order. */
async function round(work: () => Promise<unknown>): Promise<number[]> {
  await timesSoFar()
  const until = performance.now() + SECONDS * 1_000
  do await work()
  while (performance.now() < until)
  await sleep(50)
  return (await timesSoFar()).toSorted((a, b) => a - b)
}

await inWorkers()
// In turns, so that other work of the machine is in both.
const [quiet, workers]: [number[][], number[][]] = [[], []]
for (let at = 0; at < ROUNDS; at++) {
  quiet.push(await round(() => sleep(1_000)))
  workers.push(await round(inWorkers))
}
const before = [await round(async () => articleIn({ ...page, text: SLOW_PAGE }))]
workerPool().close()
await reader.terminate()
server.close()

const ms = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 1 })
const over = (rounds: number[][], figure: (times: number[]) => number) => median(rounds.map(figure))
const longest = (rounds: number[][]) => over(rounds, (times) => times.at(-1)!)
const row = (what: string, rounds: number[][]) =>
  [
    what,
    over(rounds, ({ length }) => length),
    ...[50, 99].map((share) => ms(over(rounds, (times) => percentile(times, share)))),
    ms(longest(rounds)),
  ].join(' | ')
const rows = [
  row('nothing', quiet),
  row('hostile documents in worker processes', workers),
  row('one hostile page in the serving process', before),
]
const more = longest(workers) - longest(quiet)
const report = `# Hostile documents

A reader asks every 10 ms while documents are read: the page of ${Math.round(SLOW_PAGE.length / 1_000)} kB and the workbook of ${Math.round(book.length / 1_000)} kB that blocked the
server, a CSV file of 49,000 rows, and a text full of candidates. One run of ${ROUNDS} rounds in turns, medians over the rounds, in
milliseconds; ${cpus().length} cores under a load of ${loadavg()[0]!.toFixed(0)} by other programs and these, Node ${process.versions.node}.

| while reading | requests | median | p99 | longest |
| --- | ---: | ---: | ---: | ---: |
${rows.map((row) => `| ${row} |`).join('\n')}

The longest wait of a round was ${ms(more)} ms longer with workers than in quiet; the target is 200 ms.
`
writeFileSync(join(ROOT, 'docs', 'benchmarks', 'hostile-documents.md'), report)
console.log(report)
