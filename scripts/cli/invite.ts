import { SYSTEM } from '@/lib/platform/commands/permissions'
import { settings } from '@/lib/platform/settings/settings'
import { runCommand, shutDown } from '@/scripts/cli/shutdown'
import { connectDatabase, readEnvironment } from '@/scripts/postgres/prepare-database'
import { CliError } from '@/scripts/cli/cli-error'

/**
 * `npm run invite [-- role]`: a link to make an account with, for an administrator unless another role is said. So
 * whoever runs the servers can let somebody in when the only administrator can't get in any more.
 */
await runCommand(async () => {
  readEnvironment()
  await connectDatabase()
  const { Role, invite } = await import('@/lib/platform/auth/invitations') // it needs the generated client
  const role = Role.safeParse(process.argv[3] ?? 'administrator')
  if (!role.success) throw new CliError(`There is no such role: it is one of ${Role.options.join(', ')}.`)
  const { token } = await invite(SYSTEM, { email: null, role: role.data })
  console.log(`  Good once, within a week: ${settings().siteUrl}/admin/join/${token}`)
  await shutDown(0)
})
