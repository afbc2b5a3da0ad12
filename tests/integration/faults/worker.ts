import { dryRun } from '@/lib/platform/publishing/dry-run'
import { migrate } from '@/scripts/postgres/migrate'
import { WORKLOADS, type Workload } from './workloads'

// A process that repeats one workload until it is killed. It sends a message when it is ready, begins at the first
// message that it gets, and sends one for each command that was acknowledged.

const acknowledge = () => void process.send!('acknowledged')

const kind = process.argv[2] as Workload | 'migrate'

async function work(): Promise<void> {
  if (kind !== 'migrate') return WORKLOADS[kind](acknowledge)
  await migrate(process.env.DATABASE_URL!)
  acknowledge()
  await new Promise(() => setInterval(() => {}, 1_000))
}

process.once('message', async () => {
  for (;;) await work()
})
process.once('disconnect', () => process.exit())
// Opens the connections first, so that the work is as fast as in a server that has been running.
if (kind !== 'migrate') await dryRun((tx) => tx.revision.findFirst())
process.send!('ready')
