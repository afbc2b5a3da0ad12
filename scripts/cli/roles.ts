import { settings } from '@/lib/platform/settings/settings'
import { runCommand, shutDown } from '@/scripts/cli/shutdown'
import { createRoles } from '@/scripts/postgres/create-roles'
import { connectDatabase, readEnvironment } from '@/scripts/postgres/prepare-database'

/**
 * `npm run roles`: makes the two roles with which a server needs no other, or renews what they may do. One reads what
 * is public, the other works in the admin area; neither can change a table. Their passwords are new each time.
 */
await runCommand(async () => {
  readEnvironment()
  const owner = settings().databaseOwnerUrl ?? (await connectDatabase())
  const { app, public: reader } = await createRoles(owner)
  console.log(`\n# Set these, and keep them secret. The owner's is for migrations: only a start with it can apply them.
DATABASE_URL=${app}
DATABASE_PUBLIC_URL=${reader}
DATABASE_OWNER_URL=${owner}`)
  await shutDown(0)
})
