import { dryRun } from '@/lib/platform/publishing/dry-run'
import { runStep } from './run-step'

// A process that runs one step and is killed while it does.

process.once('message', (step: Parameters<typeof runStep>[0]) => {
  void runStep(step).finally(() => process.send!('done'))
})
process.once('disconnect', () => process.exit())
await dryRun((tx) => tx.revision.findFirst())
process.send!('ready')
