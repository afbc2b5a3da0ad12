import { Worker } from 'node:worker_threads'
import { settings } from '@/lib/platform/settings/settings'
import type { PackedSegment } from './build-segment'
import type { Plan } from './plan'

/** Builds a base segment in a worker thread, so it does not block requests. */
export function buildInWorker(plan: Plan, signal: AbortSignal): Promise<PackedSegment> {
  const worker = new Worker(new URL('./worker-entry.mjs', import.meta.url), {
    workerData: { url: settings().databaseUrl, plan },
    execArgv: [],
  })
  const terminate = () => void worker.terminate()
  signal.addEventListener('abort', terminate)
  return new Promise<PackedSegment>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('The worker thread exited without a segment.')))
  }).finally(() => signal.removeEventListener('abort', terminate))
}
