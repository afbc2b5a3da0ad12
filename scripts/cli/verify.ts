import { closePools } from '@/lib/platform/database/pool'
import { onShutdown, runCommand, shutDown } from '@/scripts/cli/shutdown'
import { generate } from '@/scripts/build/generate-prisma-client'
import { step } from '@/scripts/cli/console'
import { connectDatabase, readEnvironment } from '@/scripts/postgres/prepare-database'
import { verifyHistory } from '@/scripts/verify/history'

/**
 * Checks the seals of the history, and the published records against the history. The last line is the newest seal: a
 * copy of it stored elsewhere shows later whether the seals were recomputed after a change.
 */
await runCommand(async () => {
  readEnvironment()
  const url = await connectDatabase()
  onShutdown(closePools)
  await generate()
  const wrong: string[] = []
  let newest = ''
  await step('History', async (reportProgress) => {
    reportProgress('checking')
    const found = await verifyHistory(url)
    wrong.push(...found.wrong)
    newest = found.head
    return found.wrong.length ? 'NOT as it was written' : `${found.seals.toLocaleString('en')} seals hold`
  })
  await step('Records', async (reportProgress) => {
    const { verifyRecords } = await import('@/scripts/verify/records') // it needs the generated client
    const found = await verifyRecords((records) => reportProgress(`${records.toLocaleString('en')} checked`))
    wrong.push(...found.wrong)
    const all = `${found.records.toLocaleString('en')} are as their history says`
    return found.wrong.length ? 'NOT as their history says' : all
  })
  for (const line of wrong) console.error(`  ${line}`)
  console.log(`  Newest seal  ${newest}`)
  await shutDown(wrong.length ? 1 : 0)
})
