import { runCommand } from '@/scripts/cli/shutdown'
import { prepareDatabase, readEnvironment } from '@/scripts/postgres/prepare-database'

await runCommand(async () => {
  readEnvironment()
  console.log(`\n  ${await prepareDatabase()}\n  It runs until Ctrl-C.`)
  await new Promise(() => setInterval(() => {}, 2 ** 30))
})
