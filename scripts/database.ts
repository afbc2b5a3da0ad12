import { command } from '@/scripts/ending'
import { prepareDatabase, readEnvironment } from '@/scripts/prepare'

/** `node scripts/run.mjs database`: the site's database alone, for psql, Prisma Studio or a look. */
await command(async () => {
  readEnvironment()
  console.log(`\n  ${await prepareDatabase()}\n  It runs until Ctrl-C.`)
  await new Promise(() => setInterval(() => {}, 2 ** 30))
})
