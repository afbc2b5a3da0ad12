import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Invalid } from '@/lib/platform/errors/errors'
import { sizeOf } from './size-of'
import type { Message, Request, Run } from './task'

// Runs in a worker process: one task at a time, until the pool ends it.

const processBytes = Number(process.argv[2]) * 1024 * 1024

// A thread beside the parser, which may never return. It ends the process over its limits of memory and of processor
// time, also if the pool's own process is gone.
const until = new Float64Array(new SharedArrayBuffer(8))
until[0] = Infinity
new Worker(
  `const { workerData: { processBytes, until } } = require('node:worker_threads')
  setInterval(() => {
    const { user, system } = process.cpuUsage()
    if (process.memoryUsage.rss() > processBytes) process.kill(process.pid, 'SIGKILL')
    if ((user + system) / 1000 > until[0]) process.kill(process.pid, 'SIGTERM')
  }, 20)`,
  { eval: true, workerData: { processBytes, until } },
).unref()

const processorTime = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

const send = (message: Message) => new Promise<void>((resolve) => process.send!(message, () => resolve()))

class TooMuchOutput extends Error {}

async function work({ module, input, outputBytes, processorMilliseconds }: Request): Promise<Message> {
  let left = outputBytes
  const counted = <T>(value: T): T => {
    left -= sizeOf(value, left)
    if (left < 0) throw new TooMuchOutput()
    return value
  }
  try {
    const { run } = (await import(join(process.cwd(), `${module}.ts`))) as { run: Run<unknown, unknown, unknown> }
    await send({ ready: 'module' })
    until[0] = processorTime() + processorMilliseconds
    const result = counted(await run(input, (part) => void send({ part: counted(part) })))
    return { result, residentBytes: process.memoryUsage.rss() }
  } catch (error) {
    if (error instanceof Invalid) return { invalid: error.issues }
    const failure = error instanceof TooMuchOutput ? 'too_much_output' : 'failed'
    return { failure, message: String(error).slice(0, 500) }
  }
}

process.on('message', (request: Request) => {
  void work(request)
    .then(send)
    .finally(() => (until[0] = Infinity))
})
process.on('disconnect', () => process.exit())
await send({ ready: 'process' })
