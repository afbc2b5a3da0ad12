import { runCommand } from '@/scripts/cli/shutdown'
import { prepareDatabase, readEnvironment } from '@/scripts/postgres/prepare-database'

/** `node scripts/run.mjs database`: the site's database alone, for psql, Prisma Studio or a look. */
await runCommand(async () => {
  readEnvironment()
  console.log(`\n  ${await prepareDatabase()}\n  It runs until Ctrl-C.`)
  await new Promise(() => setInterval(() => {}, 2 ** 30))
})
