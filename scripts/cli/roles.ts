import { settings } from '@/lib/platform/settings/settings'
import { command, end } from '@/scripts/cli/shutdown'
import { makeRoles } from '@/scripts/postgres/create-roles'
import { connectDatabase, readEnvironment } from '@/scripts/postgres/prepare-database'

/**
 * `npm run roles`: makes the two roles with which a server needs no other, or renews what they may do. One reads what
 * is public, the other works at the desk; neither can change a table. Their passwords are new each time.
 */
await command(async () => {
  readEnvironment()
  const owner = settings().databaseOwnerUrl ?? (await connectDatabase())
  const { app, public: reader } = await makeRoles(owner)
  console.log(`\n# Set these, and keep them secret. The owner's is for migrations: only a start with it can apply them.
DATABASE_URL=${app}
DATABASE_PUBLIC_URL=${reader}
DATABASE_OWNER_URL=${owner}`)
  await end(0)
})
