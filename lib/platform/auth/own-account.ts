import { z } from 'zod'
import { command } from '@/lib/platform/commands/command'
import { LANGS } from '@/lib/platform/i18n/locale'
import { Invalid, NotFound } from '@/lib/platform/errors/errors'
import { PersonName } from './invitations'
import { OldPassword, Password, ownPassword, setPassword } from './password'

const SessionId = z.string().min(1).max(64)

/** Records a sign-in in the history. */
export const recordSignIn = command({
  name: 'account.signIn',
  permission: 'account:own',
  input: z.strictObject({ with: z.enum(['password', 'code', 'recovery', 'link']) }),
  run: async ({ tx, actor }) => {
    await tx.user.updateMany({ where: { id: actor.id }, data: { lastSeenAt: new Date() } })
  },
  detail: (input) => input,
})

export const describeMyself = command({
  name: 'account.describe',
  permission: 'account:own',
  input: z.strictObject({ name: PersonName, lang: z.enum(LANGS) }),
  run: async ({ tx, actor, input }) => {
    await tx.user.update({ where: { id: actor.id }, data: input })
  },
})

/** Ends every session but `session`, so that the old password is of no use. */
export const changePassword = command({
  name: 'account.password',
  permission: 'account:own',
  input: z.strictObject({ session: SessionId, oldPassword: OldPassword, password: Password }),
  run: async ({ tx, actor, input: { session, oldPassword, password } }) => {
    await ownPassword(tx, actor.id, oldPassword, 'oldPassword')
    if (oldPassword === password) throw new Invalid({ password: ['accounts.samePassword'] })
    await setPassword(tx, actor.id, password)
    return tx.session.deleteMany({ where: { userId: actor.id, id: { not: session } } })
  },
  detail: (_, { count }) => ({ sessionsEnded: count }),
})

export const endSession = command({
  name: 'account.endSession',
  permission: 'account:own',
  input: z.strictObject({ id: SessionId }),
  run: async ({ tx, actor, input: { id } }) => {
    const { count } = await tx.session.deleteMany({ where: { id, userId: actor.id } })
    if (!count) throw new NotFound('accounts.sessionGone')
  },
  detail: () => ({ sessionsEnded: 1 }),
})

export const endOtherSessions = command({
  name: 'account.endOtherSessions',
  permission: 'account:own',
  input: z.strictObject({ session: SessionId }),
  run: ({ tx, actor, input: { session } }) =>
    tx.session.deleteMany({ where: { userId: actor.id, id: { not: session } } }),
  detail: (_, { count }) => ({ sessionsEnded: count }),
})
