import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { z } from 'zod'
import type { Transaction } from '@/lib/platform/database/write'
import { Invalid } from '@/lib/platform/errors/errors'
import { isGuessable } from './guessable-password'
import { reauthLimits, refund, consumeOrThrow } from '@/lib/platform/rate-limit/rate-limit'

export const PASSWORD = { min: 12, max: 128 }

export const Password = z.string().min(PASSWORD.min, 'accounts.tooShort').max(PASSWORD.max, 'accounts.tooLong')

/** The current password, entered again to reauthenticate. Only its length is validated here. */
export const OldPassword = z.string().max(PASSWORD.max, 'accounts.notYours')

const CREDENTIAL = 'credential'

/** Checks the password of a signed-in person, so that an unattended session is not enough for a sensitive change. */
export async function ownPassword(tx: Transaction, userId: string, password: string, field = 'password') {
  const turns = reauthLimits('password', userId)
  await consumeOrThrow(turns)
  const account = await tx.account.findFirst({ where: { userId, providerId: CREDENTIAL } })
  const isRight = account?.password && (await verifyPassword({ hash: account.password, password }))
  if (!isRight) throw new Invalid({ [field]: ['accounts.notYours'] })
  await refund(turns)
}

/** @throws Invalid for a password that is easily guessed. */
export function rejectGuessable(password: string, person: { name: string; email: string }): void {
  if (isGuessable(password, person)) throw new Invalid({ password: ['accounts.guessable'] })
}

export async function setPassword(tx: Transaction, userId: string, password: string): Promise<void> {
  rejectGuessable(password, await tx.user.findUniqueOrThrow({ where: { id: userId } }))
  const hash = await hashPassword(password)
  await tx.account.updateMany({ where: { userId, providerId: CREDENTIAL }, data: { password: hash } })
}
