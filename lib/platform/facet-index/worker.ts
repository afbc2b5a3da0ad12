import { Worker } from 'node:worker_threads'
import { settings } from '@/lib/platform/settings/settings'
import type { PackedSegment } from './build-segment'
import type { Plan } from './plan'

/** Reads and packs a table in a thread of its own, so that nobody who asks for a page waits for it. */
export function buildInWorker(plan: Plan, ending: AbortSignal): Promise<PackedSegment> {
  const worker = new Worker(new URL('./worker-entry.mjs', import.meta.url), {
    workerData: { url: settings().databaseUrl, plan },
    execArgv: [],
  })
  const end = () => void worker.terminate()
  ending.addEventListener('abort', end)
  return new Promise<PackedSegment>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('The thread ended without a result.')))
  }).finally(() => ending.removeEventListener('abort', end))
}
