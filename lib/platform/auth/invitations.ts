import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { z } from 'zod'
import { command } from '@/lib/platform/commands/command'
import { SYSTEM } from '@/lib/platform/commands/permissions'
import { sql } from '@/lib/platform/database/sql'
import { Conflict, Invalid, NotFound } from '@/lib/platform/errors/errors'
import { Password, rejectGuessable } from './password'

export const Role = z.enum(['contributor', 'editor', 'administrator'])
export const Email = z.email('accounts.giveEmail').max(200, 'accounts.giveEmail').toLowerCase()
export const PersonName = z.string().trim().min(1, 'accounts.giveName').max(100, 'accounts.shorterName')
export const Token = z.string().regex(/^[\w-]{43}$/, 'accounts.joinGone')
export const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')
const days = (count: number) => new Date(Date.now() + count * 24 * 60 * 60 * 1000)

const gone = () => new NotFound('accounts.joinGoneText')

/** Creates a link for one account, valid once and for a week. Only this result contains its secret. */
export const invite = command({
  name: 'people.invite',
  permission: 'person:invite',
  input: z.strictObject({ email: Email.nullable(), role: Role }),
  run: async ({ tx, actor, input }) => {
    if (input.email && (await tx.user.findUnique({ where: { email: input.email } })))
      throw new Invalid({ email: ['accounts.emailTaken'] })
    const token = randomBytes(32).toString('base64url')
    const data = { ...input, tokenHash: hashOf(token), byId: actor.id, expiresAt: days(7) }
    const { id } = await tx.invitation.create({ data })
    return { id, token }
  },
  detail: ({ role }, { id }) => ({ invitation: id, role }),
})

export const withdrawInvitation = command({
  name: 'people.uninvite',
  permission: 'person:invite',
  input: z.strictObject({ id: z.uuid() }),
  run: async ({ tx, input: { id } }) => {
    const where = { id, acceptedAt: null, revokedAt: null }
    const { count } = await tx.invitation.updateMany({ where, data: { revokedAt: new Date() } })
    if (!count) throw new NotFound('people.invitationGone')
  },
  detail: ({ id }) => ({ invitation: id }),
})

/** Creates the account of an invitation. */
export const acceptInvitation = command({
  name: 'people.join',
  permission: 'invitation:accept',
  input: z.strictObject({
    token: Token,
    name: PersonName,
    email: Email,
    password: Password,
    lang: z.enum(['en', 'es']).default('en'),
  }),
  run: async ({ tx, input: { token, password, ...person } }) => {
    const where = { tokenHash: hashOf(token), acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } }
    const id = randomUUID()
    const { count } = await tx.invitation.updateMany({ where, data: { acceptedAt: new Date(), userId: id } })
    if (!count) throw gone()
    const { email, role } = await tx.invitation.findUniqueOrThrow({ where: { tokenHash: where.tokenHash } })
    rejectGuessable(password, person)
    if (email && email !== person.email) throw new Invalid({ email: ['accounts.emailOther'] })
    if (await tx.user.findUnique({ where: { email: person.email } })) throw new Conflict('accounts.emailTakenSignIn')
    const account = {
      id: randomUUID(),
      accountId: id,
      providerId: 'credential',
      password: await hashPassword(password),
    }
    await tx.user.create({ data: { id, ...person, role, emailVerified: true, accounts: { create: account } } })
    return { id, role }
  },
  detail: (_, { id, role }) => ({ person: id, role }),
})

/** An open invitation; null when it is used, withdrawn or expired. */
export async function openInvitation(token: string): Promise<{ email: string | null; role: string } | null> {
  if (!Token.safeParse(token).success) return null
  const [found] = await sql`
    SELECT email, role FROM admin_invitation
    WHERE token_hash = ${hashOf(token)} AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > now()`.rows<{
    email: string | null
    role: string
  }>()
  return found ?? null
}

/** The token of an invitation for the first administrator; null if one exists. Revokes earlier invitations. */
export async function firstInvitation(): Promise<string | null> {
  const [administrator] =
    await sql`SELECT 1 FROM admin_user WHERE role = 'administrator' AND deactivated_at IS NULL LIMIT 1`.rows()
  if (administrator) return null
  const old = await sql`
    SELECT id FROM admin_invitation WHERE by_id = 'system' AND accepted_at IS NULL AND revoked_at IS NULL`.rows<{
    id: string
  }>()
  for (const { id } of old) await withdrawInvitation(SYSTEM, { id })
  return (await invite(SYSTEM, { email: null, role: 'administrator' })).token
}
