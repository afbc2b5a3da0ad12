'use server'

import { serverAction } from '@/app/server-action'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { auth, nullIfUnauthorized } from '@/lib/platform/auth/auth'
import { logFailedSignIn } from '@/lib/platform/auth/log-failed-sign-in'
import { waitMessage } from '@/lib/platform/rate-limit/rate-limit'
import { readRecoveryCode } from '@/lib/platform/auth/recovery'
import { acceptSignInTotp } from '@/lib/platform/auth/second-factor'
import type { FormState } from '@/components/admin/form-state'
import { localizeMessage } from '@/components/admin/admin-messages'
import { text } from '../../form-action'
import { getAdminLocale } from '../../session'
import { safeReturnPath } from '../return-path'
import { beginSignInAttempt, completeSignIn, pendingSignIn } from '../complete-sign-in'

export const submitCode = serverAction(async (form): Promise<FormState> => {
  const lang = await getAdminLocale()
  const refused = (message: string) => ({ message: localizeMessage(lang, message), issues: {}, values: {} })
  const person = await pendingSignIn()
  if (!person) return refused('accounts.codeTooLate')

  const typed = text(form, 'code').replace(/\s/g, '')
  const attempt = await beginSignInAttempt('code', person.email)
  const failed = async (reason: 'wrong code' | 'used code' | 'too many attempts', message: string) => {
    await logFailedSignIn(reason, person.email)
    return refused(message)
  }
  if (attempt.may !== 'try')
    return failed('too many attempts', attempt.may === 'wait' ? waitMessage(attempt.minutes) : 'accounts.work')

  const request = { headers: await headers() }
  const isTotp = /^\d{6}$/.test(typed)
  const totp = isTotp ? await acceptSignInTotp(person.id, typed) : null
  if (totp === 'used') return failed('used code', 'accounts.usedCode')
  if (totp === 'wrong') return failed('wrong code', 'accounts.wrongCode')
  const answer = isTotp
    ? await nullIfUnauthorized(auth().api.verifyTOTP({ body: { code: typed }, ...request }))
    : await nullIfUnauthorized(auth().api.verifyBackupCode({ body: { code: readRecoveryCode(typed) }, ...request }))
  if (!answer) return failed('wrong code', 'accounts.wrongCode')
  await attempt.succeed()
  await completeSignIn(person, isTotp ? 'code' : 'recovery')
  redirect(safeReturnPath(text(form, 'to')))
})
