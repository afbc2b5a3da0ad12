import { command, end } from '@/scripts/ending'
import { step } from '@/scripts/lines'
import { connectDatabase, readEnvironment } from '@/scripts/prepare'
import { verifyHistory } from '@/scripts/verify-history'

/**
 * `npm run verify`: whether the history is as it was written. The last line is the newest seal: kept elsewhere, it
 * shows later that even whoever could write all seals anew did not.
 */
await command(async () => {
  readEnvironment()
  const url = await connectDatabase()
  let found: Awaited<ReturnType<typeof verifyHistory>> | undefined
  await step('History', async (tell) => {
    tell('checking')
    found = await verifyHistory(url)
    return found.wrong.length ? 'NOT as it was written' : `${found.seals.toLocaleString('en')} seals hold`
  })
  for (const line of found!.wrong) console.error(`  ${line}`)
  console.log(`  Newest seal  ${found!.head}`)
  await end(found!.wrong.length ? 1 : 0)
})
