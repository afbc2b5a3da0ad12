import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { openConnection } from '@/lib/platform/database/connection'
import { buildSegment } from './build-segment'
import type { Plan } from './plan'
import { buildTripleCounts } from './triple-counts'

// In a thread of its own, after everything else: reads a table in one snapshot, packs it into memory that threads share,
// and ends.

// On Linux this is the thread's own; elsewhere it would be the whole server's.
if (process.platform === 'linux') setPriority(19)

const { url, plan } = workerData as { url: string; plan: Plan }
const connection = openConnection(url, 600_000)
const packed = await connection.inSnapshot((rows) => buildSegment(plan, ({ whole }) => rows(whole)))
await connection.end()
parentPort!.postMessage({ ...packed, together: buildTripleCounts(packed, plan.usual) })
