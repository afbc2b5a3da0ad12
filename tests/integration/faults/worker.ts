import { dryRun } from '@/lib/platform/publishing/dry-run'
import { migrate } from '@/scripts/postgres/migrate'
import { WORKS, type Work } from './work'

// A process that does one kind of work without a pause until it is killed. It says when it is ready, begins when it is
// told to, and tells of each command that it was acknowledged.

const told = () => void process.send!('acknowledged')

const kind = process.argv[2] as Work | 'migrate'

async function work(): Promise<void> {
  if (kind !== 'migrate') return WORKS[kind](told)
  await migrate(process.env.DATABASE_URL!)
  told()
  await new Promise(() => setInterval(() => {}, 1_000))
}

process.once('message', async () => {
  for (;;) await work()
})
process.once('disconnect', () => process.exit())
// So that what comes then is as fast as in a server that has been running.
if (kind !== 'migrate') await dryRun((tx) => tx.revision.findFirst())
process.send!('ready')
