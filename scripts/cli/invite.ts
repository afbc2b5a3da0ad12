import { SYSTEM } from '@/lib/platform/commands/permissions'
import { settings } from '@/lib/platform/settings/settings'
import { UsageError, parseCommandLine } from '@/scripts/cli/command-line.mjs'
import { runCommand, shutDown } from '@/scripts/cli/shutdown'
import { connectDatabase, readEnvironment } from '@/scripts/postgres/prepare-database'

/** Lets the operator of the servers admit an administrator when the only one is locked out. */
await runCommand(async () => {
  readEnvironment()
  await connectDatabase()
  const { Role, invite } = await import('@/lib/platform/auth/invitations') // it needs the generated client
  const role = Role.safeParse(parseCommandLine('invite').args[0] ?? 'administrator')
  if (!role.success) throw new UsageError(`There is no such role: the roles are ${Role.options.join(', ')}.`)
  const { token } = await invite(SYSTEM, { email: null, role: role.data })
  console.log(`  Works once, within a week: ${settings().siteUrl}/admin/join/${token}`)
  await shutDown(0)
})
