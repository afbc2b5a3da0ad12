import { closePools } from '@/lib/platform/database/pool'
import { set } from '@/lib/platform/settings/settings'
import { createIfMissing, openTestServer, withDatabase } from '@/scripts/postgres/databases'
import { migrate } from '@/scripts/postgres/migrate'
import { dropDatabase } from '@/scripts/postgres/templates'
import { makePeople } from '@/tests/e2e/people'
import { makeWorld } from '@/tests/integration/world'

export const SECRET = 'a secret of at least thirty-two letters'

/** A database with one record of each type and the tests' accounts, for one built site. */
export async function openWorldDatabase(name: string): Promise<{ url: string; close: () => Promise<void> }> {
  const server = await openTestServer()
  const database = `${server.prefix}${name}`
  await createIfMissing(server.admin, database)
  const url = withDatabase(server.admin, database)
  set('DATABASE_URL', url)
  set('AUTH_SECRET', SECRET)
  await migrate(url)
  await makeWorld()
  await makePeople()
  return {
    url,
    close: async () => {
      await closePools()
      await dropDatabase(server.admin, database)
      await server.leave()
    },
  }
}
