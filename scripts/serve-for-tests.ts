import { closePools } from '@/lib/platform/database/pool'
import { set, settings } from '@/lib/platform/settings'
import { build, sourceHash } from '@/scripts/build'
import { atEnd, command } from '@/scripts/ending'
import { generate } from '@/scripts/generate'
import { ROOT } from '@/scripts/paths'
import { openTestServer, withDatabase } from '@/scripts/postgres/databases'
import { run } from '@/scripts/programs'
import { copy, template } from '@/scripts/postgres/templates'
import { serve } from '@/scripts/serve'

/** What the first content is made from. */
const CONTENT = ['lib/domain', 'lib/platform/commands', 'lib/platform/database', 'prisma', 'package-lock.json']

/** `node scripts/run.mjs serve-for-tests`: the built site with the first content, in a database that is thrown away. */
await command(async () => {
  settings()
  const server = await openTestServer()
  atEnd(server.leave)
  atEnd(closePools)
  await generate()
  const from = await template(server, 'content', sourceHash(ROOT, CONTENT), async (url) => {
    await run('Loading the content', 'scripts/run.mjs', ['load'], { DATABASE_URL: url })
  })
  await copy(server.admin, from, `${server.prefix}e2e`)
  set('DATABASE_URL', withDatabase(server.admin, `${server.prefix}e2e`))
  await build()
  const site = await serve({ dev: false, tests: true })
  atEnd(site.close)
  console.log(`The tests' site is on ${site.url}`)
})
