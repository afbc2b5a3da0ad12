import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { command } from '@/lib/platform/commands/command'
import { sql } from '@/lib/platform/database/sql'
import type { Transaction } from '@/lib/platform/database/write'
import { Conflict, NotFound } from '@/lib/platform/errors/errors'
import { Token, hashOf } from './invitations'
import { Password, setPassword } from './password'
import { removeSecondFactor } from './second-factor'

const DAY = 24 * 60 * 60 * 1000

const revokeAll = (tx: Transaction, userId: string) =>
  tx.reset.updateMany({ where: { userId, usedAt: null, revokedAt: null }, data: { revokedAt: new Date() } })

/**
 * Creates a link to choose a new password, valid once and for a day. Ends the person's sessions and earlier links.
 * Only this result contains its secret.
 */
export const makeReset = command({
  name: 'people.reset',
  permission: 'person:change',
  input: z.strictObject({ id: z.string().min(1).max(64), secondFactor: z.boolean() }),
  run: async ({ tx, actor, input: { id, secondFactor } }) => {
    const person = await tx.user.findUnique({ where: { id } })
    if (!person) throw new NotFound('people.nobody')
    if (person.deactivatedAt) throw new Conflict('people.isDeactivated')
    if (id === actor.id) throw new Conflict('people.ownReset')
    await revokeAll(tx, id)
    await tx.session.deleteMany({ where: { userId: id } })
    const token = randomBytes(32).toString('base64url')
    const data = { userId: id, secondFactor, tokenHash: hashOf(token), byId: actor.id }
    await tx.reset.create({ data: { ...data, expiresAt: new Date(Date.now() + DAY) } })
    return { token }
  },
  detail: ({ id, secondFactor }) => ({ person: id, secondFactor }),
})

export const withdrawReset = command({
  name: 'people.unreset',
  permission: 'person:change',
  input: z.strictObject({ id: z.string().min(1).max(64) }),
  run: async ({ tx, input: { id } }) => {
    const { count } = await revokeAll(tx, id)
    if (!count) throw new NotFound('people.noReset')
  },
  detail: ({ id }) => ({ person: id }),
})

/** Sets a new password with a reset link and ends all sessions. Returns the person's e-mail address. */
export const useReset = command({
  name: 'account.reset',
  permission: 'invitation:accept',
  input: z.strictObject({ token: Token, password: Password }),
  run: async ({ tx, input: { token, password } }) => {
    const open = { tokenHash: hashOf(token), usedAt: null, revokedAt: null, expiresAt: { gt: new Date() } }
    const where = { ...open, user: { deactivatedAt: null } }
    const { count } = await tx.reset.updateMany({ where, data: { usedAt: new Date() } })
    if (!count) throw new NotFound('accounts.resetGoneText')
    const { userId, secondFactor } = await tx.reset.findUniqueOrThrow({ where: { tokenHash: open.tokenHash } })
    await setPassword(tx, userId, password)
    if (secondFactor) {
      await removeSecondFactor(tx, userId)
      await tx.passkey.deleteMany({ where: { userId } })
    }
    await tx.session.deleteMany({ where: { userId } })
    const { email } = await tx.user.findUniqueOrThrow({ where: { id: userId } })
    return { id: userId, email, secondFactor }
  },
  detail: (_, { id, secondFactor }) => ({ person: id, secondFactor }),
})

/** An open reset link; null when it is used, withdrawn or expired. */
export async function openReset(token: string): Promise<{ secondFactor: boolean } | null> {
  if (!Token.safeParse(token).success) return null
  const [found] = await sql`
    SELECT second_factor AS "secondFactor" FROM admin_reset JOIN admin_user ON admin_user.id = user_id
    WHERE token_hash = ${hashOf(token)} AND used_at IS NULL AND revoked_at IS NULL AND expires_at > now()
      AND deactivated_at IS NULL`.rows<{ secondFactor: boolean }>()
  return found ?? null
}
