'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { readFormData } from '@/app/read-form-data'
import { auth, nullIfUnauthorized } from '@/lib/platform/auth/auth'
import { refund, consume, waitMessage } from '@/lib/platform/rate-limit/rate-limit'
import { readRecoveryCode } from '@/lib/platform/auth/recovery'
import type { FormState } from '@/components/admin/form-state'
import { localizeMessage } from '@/components/admin/admin-messages'
import { text } from '../../form-action'
import { getAdminLocale } from '../../session'
import { safeReturnPath } from '../return-path'
import { pendingSignIn, completeSignIn, requestSignInLimits } from '../complete-sign-in'

export async function submitCode(state: FormState, sent: FormData): Promise<FormState> {
  const form = readFormData(state, sent)
  const lang = await getAdminLocale()
  const refused = (message: string) => ({ message: localizeMessage(lang, message), issues: {}, values: {} })
  const person = await pendingSignIn()
  if (!person) return refused('accounts.codeTooLate')

  const typed = text(form, 'code').replace(/\s/g, '')
  const limits = await requestSignInLimits('code', person.email)
  const wait = await consume(limits)
  if (wait) return refused(waitMessage(wait))

  const request = { headers: await headers() }
  const isTotp = /^\d{6}$/.test(typed)
  // TOTP codes are single-use, although they stay valid for 90 seconds.
  const replayLimit = [{ who: ['used', person.id, typed], tries: 1, minutes: 2 }]
  if (isTotp && (await consume(replayLimit))) return refused('accounts.usedCode')
  const answer = isTotp
    ? await nullIfUnauthorized(auth().api.verifyTOTP({ body: { code: typed }, ...request }))
    : await nullIfUnauthorized(auth().api.verifyBackupCode({ body: { code: readRecoveryCode(typed) }, ...request }))
  if (!answer) {
    if (isTotp) await refund(replayLimit)
    return refused('accounts.wrongCode')
  }
  await refund(limits)
  await completeSignIn(person, isTotp ? 'code' : 'recovery')
  redirect(safeReturnPath(text(form, 'to')))
}
