import { closePools } from '@/lib/platform/database/pool'
import { set, settings } from '@/lib/platform/settings/settings'
import { atEnd, command, end } from '@/scripts/cli/shutdown'
import { openTestServer, withDatabase } from '@/scripts/postgres/databases'
import { contentTemplate, copy } from '@/scripts/postgres/templates'
import { serve } from '@/server/serve'
import { makePeople } from './people'

// The test that started it is gone.
process.on('disconnect', () => void end(1))

/** The built site with the first content and some people, with the settings of a server that stands behind TLS. */
await command(async () => {
  const server = await openTestServer()
  atEnd(server.leave)
  atEnd(closePools)
  const database = `${server.prefix}tls`
  await copy(server.admin, await contentTemplate(server), database)
  set('DATABASE_URL', withDatabase(server.admin, database))
  await makePeople()
  const site = await serve({ dev: false, tests: true })
  atEnd(site.close)
  await site.complete()
  process.send!(settings().databaseUrl)
})
