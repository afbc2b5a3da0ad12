import { parseArgs } from 'node:util'
import { runCommand, shutDown } from '@/scripts/cli/shutdown'
import { generate } from '@/scripts/build/generate-prisma-client'
import { step } from '@/scripts/cli/console'
import { prepareAuthSecret } from '@/scripts/cli/auth-secret'

const OPTIONS = { size: { type: 'string', default: '10000' }, rounds: { type: 'string', default: '5' } } as const

/** `npm run bench:web`: what the pages cost a reader with a telephone; the table goes to docs/benchmarks. */
await runCommand(async () => {
  const { values } = parseArgs({ args: process.argv.slice(3), options: OPTIONS })
  prepareAuthSecret()
  await generate()
  const { runWeb } = await import('@/tests/bench/web/all')
  let page = ''
  await step('Pages', async (tell) => {
    page = await runWeb({ size: Number(values.size), rounds: Number(values.rounds) }, tell)
    return 'measured'
  })
  console.log(`\n${page}`)
  await shutDown(0)
})
