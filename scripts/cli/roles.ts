import { settings } from '@/lib/platform/settings/settings'
import { runCommand, shutDown } from '@/scripts/cli/shutdown'
import { createRoles } from '@/scripts/postgres/create-roles'
import { connectDatabase, readEnvironment } from '@/scripts/postgres/prepare-database'

/**
 * Creates the two roles that a server runs with, or renews their grants. One reads public data, the other serves the
 * admin area; neither can alter a table. Each run sets new passwords.
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
