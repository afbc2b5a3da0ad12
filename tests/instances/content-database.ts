import { closePools } from '@/lib/platform/database/pool'
import { set } from '@/lib/platform/settings/settings'
import { openTestServer, withDatabase } from '@/scripts/postgres/databases'
import { contentTemplate, copyDatabase, dropDatabase } from '@/scripts/postgres/templates'
import { makePeople } from '@/tests/e2e/people'

export const SECRET = 'a secret of at least thirty-two letters'

/** A database with the first content and the tests' accounts, for one built site. */
export async function openContentDatabase(name: string): Promise<{ url: string; close: () => Promise<void> }> {
  const server = await openTestServer()
  const database = `${server.prefix}${name}`
  await copyDatabase(server.admin, await contentTemplate(server), database)
  const url = withDatabase(server.admin, database)
  set('DATABASE_URL', url)
  set('AUTH_SECRET', SECRET)
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
