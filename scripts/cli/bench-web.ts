import { runCommand, shutDown } from '@/scripts/cli/shutdown'
import { generate } from '@/scripts/build/generate-prisma-client'
import { parseCommandLine, positiveNumber } from '@/scripts/cli/command-line.mjs'
import { step } from '@/scripts/cli/console'
import { prepareAuthSecret } from '@/scripts/cli/auth-secret'

await runCommand(async () => {
  const { options } = parseCommandLine('bench-web')
  const [size, rounds] = [positiveNumber('size', options.size), positiveNumber('rounds', options.rounds)]
  prepareAuthSecret()
  await generate()
  const { runWeb } = await import('@/tests/bench/web/all')
  let report = ''
  await step('Pages', async (reportProgress) => {
    report = await runWeb({ size, rounds }, reportProgress)
    return 'measured'
  })
  console.log(`\n${report}`)
  await shutDown(0)
})
