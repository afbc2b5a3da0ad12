import { build } from '@/scripts/build/build'
import { generate } from '@/scripts/build/generate-prisma-client'
import { step } from '@/scripts/cli/console'
import { runCommand, shutDown } from '@/scripts/cli/shutdown'

await runCommand(async () => {
  await step('Client', async () => ((await generate()) ? 'generated' : 'up to date'))
  await step('Build', async (tell) => {
    tell('building')
    return (await build()) ? 'built' : 'up to date'
  })
  await shutDown(0)
})
