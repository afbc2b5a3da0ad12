import { generateRandomString, symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { randomInt, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { command } from '@/lib/platform/commands/command'
import { sql } from '@/lib/platform/database/sql'
import { type Transaction, accountStore } from '@/lib/platform/database/write'
import { Conflict, Invalid } from '@/lib/platform/errors/errors'
import { auth } from './auth'
import { reauthLimits, refund, consumeOrThrow } from '@/lib/platform/rate-limit/rate-limit'
import { OldPassword, ownPassword } from './password'
import { recoveryCodes } from './recovery'
import { totpPeriod } from './totp'

const key = async () => (await auth().$context).secretConfig
const encrypted = async (data: string) => symmetricEncrypt({ key: await key(), data })
const decrypted = async (data: string) => symmetricDecrypt({ key: await key(), data })

const Code = z.string().regex(/^\d{6}$/, 'accounts.sixDigits')

/** The codes can be read again for this long, unless the person confirms earlier that they are stored. */
const SHOWN_MINUTES = 15

/** Creates the secret for an app. It has no effect until one of its codes is confirmed. */
export const beginSecondFactor = command({
  name: 'account.beginSecondFactor',
  permission: 'account:own',
  input: z.strictObject({ password: OldPassword }),
  run: async ({ tx, actor, input: { password } }) => {
    await ownPassword(tx, actor.id, password)
    if (await tx.twoFactor.findFirst({ where: { userId: actor.id, verified: true } }))
      throw new Conflict('accounts.secondFactorOn')
    await tx.twoFactor.deleteMany({ where: { userId: actor.id } })
    const secret = await encrypted(generateRandomString(32))
    const row = { id: randomUUID(), userId: actor.id, secret, backupCodes: '', verified: false }
    await tx.twoFactor.create({ data: row })
  },
})

type TwoFactorStore = Pick<Transaction, 'twoFactor'>

/**
 * Accepts a code of the person's app once, by marking its period as used; codes of it and of earlier periods are then
 * rejected (RFC 6238, 5.2). Every form that takes such a code asks here.
 */
export async function acceptTotp(
  store: TwoFactorStore,
  where: { userId: string; verified: boolean },
  code: string,
): Promise<'accepted' | 'wrong' | 'used'> {
  const row = await store.twoFactor.findFirst({ where, select: { id: true, secret: true } })
  const period = row && (await totpPeriod(await decrypted(row.secret), code))
  if (!row || period === null) return 'wrong'
  const isUnused = { OR: [{ usedPeriod: null }, { usedPeriod: { lt: period } }] }
  const { count } = await store.twoFactor.updateMany({
    where: { id: row.id, ...isUnused },
    data: { usedPeriod: period },
  })
  return count ? 'accepted' : 'used'
}

/** Accepts the code that a person enters at sign-in. */
export const acceptSignInTotp = (userId: string, code: string) =>
  acceptTotp(accountStore(), { userId, verified: true }, code)

/** Switches the second factor on, and ends sessions that began without it. */
export const confirmSecondFactor = command({
  name: 'account.secondFactorOn',
  permission: 'account:own',
  input: z.strictObject({ session: z.string().max(64), code: Code }),
  run: async ({ tx, actor, input: { session, code } }) => {
    const turns = reauthLimits('code', actor.id)
    await consumeOrThrow(turns)
    const pending = await tx.twoFactor.findFirst({ where: { userId: actor.id, verified: false } })
    if (!pending) throw new Conflict('accounts.beginAgain')
    if ((await acceptTotp(tx, { userId: actor.id, verified: false }, code)) !== 'accepted')
      throw new Invalid({ code: ['accounts.wrongCode'] })
    await refund(turns)
    await tx.twoFactor.update({ where: { id: pending.id }, data: { verified: true } })
    await tx.user.update({ where: { id: actor.id }, data: { twoFactorEnabled: true } })
    await writeCodes(tx, actor.id)
    return tx.session.deleteMany({ where: { userId: actor.id, id: { not: session } } })
  },
  detail: (_, { count }) => ({ sessionsEnded: count }),
})

/** Replaces the recovery codes. */
export const renewRecoveryCodes = command({
  name: 'account.recoveryCodes',
  permission: 'account:own',
  input: z.strictObject({ password: OldPassword }),
  run: async ({ tx, actor, input: { password } }) => {
    await ownPassword(tx, actor.id, password)
    if (!(await writeCodes(tx, actor.id))) throw new Conflict('accounts.secondFactorOff')
  },
})

/** Hides the codes for good. */
export const keepRecoveryCodes = command({
  name: 'account.keptCodes',
  permission: 'account:own',
  input: z.strictObject({}),
  run: async ({ tx, actor }) => {
    await tx.twoFactor.updateMany({ where: { userId: actor.id }, data: { codesAt: null } })
  },
})

export const endSecondFactor = command({
  name: 'account.secondFactorOff',
  permission: 'account:own',
  input: z.strictObject({ password: OldPassword }),
  run: async ({ tx, actor, input: { password } }) => {
    await ownPassword(tx, actor.id, password)
    await removeSecondFactor(tx, actor.id)
  },
})

export async function removeSecondFactor(tx: Transaction, userId: string): Promise<void> {
  await tx.twoFactor.deleteMany({ where: { userId } })
  await tx.user.update({ where: { id: userId }, data: { twoFactorEnabled: false } })
}

async function writeCodes(tx: Transaction, userId: string): Promise<boolean> {
  const backupCodes = await encrypted(JSON.stringify(recoveryCodes(randomInt)))
  const data = { backupCodes, codesAt: new Date() }
  return (await tx.twoFactor.updateMany({ where: { userId, verified: true }, data })).count > 0
}

/** The secret that is not confirmed yet. */
export async function pendingSecret(userId: string): Promise<string | null> {
  const [row] = await sql`SELECT secret FROM admin_two_factor WHERE user_id = ${userId} AND NOT verified`.rows<{
    secret: string
  }>()
  return row ? decrypted(row.secret) : null
}

/** The recovery codes while they may be shown, and how many are left. */
export async function codesOf(userId: string): Promise<{ shown: string[] | null; left: number }> {
  const [row] = await sql`
    SELECT backup_codes AS codes, codes_at > ${new Date(Date.now() - SHOWN_MINUTES * 60_000)} AS shown
    FROM admin_two_factor WHERE user_id = ${userId} AND verified`.rows<{ codes: string; shown: boolean | null }>()
  const codes = row?.codes ? (JSON.parse(await decrypted(row.codes)) as string[]) : []
  return { shown: row?.shown ? codes : null, left: codes.length }
}

/** The person who gave the password and is asked for a code, by that step's cookie. Its signature is not checked. */
export async function challengedPerson(cookie = ''): Promise<{ id: string; email: string; role: string } | null> {
  const [person] = await sql`
    SELECT admin_user.id, email, role FROM admin_verification JOIN admin_user ON admin_user.id = value
    WHERE identifier = ${cookie.split('.')[0]} AND expires_at > ${new Date()}`.rows<{
    id: string
    email: string
    role: string
  }>()
  return person ?? null
}
