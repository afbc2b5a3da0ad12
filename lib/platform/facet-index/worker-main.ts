import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { openConnection } from '@/lib/platform/database/connection'
import { buildSegment } from './build-segment'
import type { Plan } from './plan'
import { buildTripleCounts } from './triple-counts'

// Runs in a worker thread at low priority: reads a table in one snapshot, packs it into shared memory and exits.

// On Linux a priority belongs to the thread; elsewhere this would slow down the whole server.
if (process.platform === 'linux') setPriority(19)

const { url, plan } = workerData as { url: string; plan: Plan }
const connection = openConnection(url, 600_000)
const packed = await connection.inSnapshot((rows) => buildSegment(plan, ({ all }) => rows(all)))
await connection.end()
parentPort!.postMessage({ ...packed, tripleCounts: buildTripleCounts(packed, plan.defaultDimensions) })
