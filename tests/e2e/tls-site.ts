import { closePools } from '@/lib/platform/database/pool'
import { set, settings } from '@/lib/platform/settings/settings'
import { onShutdown, runCommand, shutDown } from '@/scripts/cli/shutdown'
import { openTestServer, withDatabase } from '@/scripts/postgres/databases'
import { contentTemplate, copyDatabase } from '@/scripts/postgres/templates'
import { serve } from '@/server/serve'
import { makePeople } from './people'

// Exits when the test that started it has ended.
process.on('disconnect', () => void shutDown(1))

/** The built site with the first content and some users, configured for TLS. */
await runCommand(async () => {
  const server = await openTestServer()
  onShutdown(server.leave)
  onShutdown(closePools)
  const database = `${server.prefix}tls`
  await copyDatabase(server.admin, await contentTemplate(server), database)
  set('DATABASE_URL', withDatabase(server.admin, database))
  await makePeople()
  const site = await serve({ dev: false, tests: true })
  onShutdown(site.close)
  await site.complete()
  process.send!(settings().databaseUrl)
})
