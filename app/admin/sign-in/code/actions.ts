'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { readFormData } from '@/app/form-of'
import { auth, nullIfUnauthorized } from '@/lib/platform/auth/auth'
import { refund, consume, waitMessage } from '@/lib/platform/rate-limit/rate-limit'
import { readRecoveryCode } from '@/lib/platform/auth/recovery'
import type { FormState } from '@/components/admin/form-state'
import { inWords } from '@/components/admin/admin-messages'
import { text } from '../../form-action'
import { getAdminLocale } from '../../session'
import { adminPathOr } from '../return-path'
import { challenged, completeSignIn, signInLimitsHere } from '../complete-sign-in'

export async function giveCode(state: FormState, sent: FormData): Promise<FormState> {
  const form = readFormData(state, sent)
  const lang = await getAdminLocale()
  const refused = (message: string) => ({ message: inWords(lang, message), issues: {}, values: {} })
  const person = await challenged()
  if (!person) return refused('accounts.codeTooLate')

  const typed = text(form, 'code').replace(/\s/g, '')
  const turns = await signInLimitsHere('code', person.email)
  const wait = await consume(turns)
  if (wait) return refused(waitMessage(wait))

  const given = { headers: await headers() }
  const isTotp = /^\d{6}$/.test(typed)
  // A code from the app opens once, although it is good for a minute and a half.
  const once = [{ who: ['used', person.id, typed], tries: 1, minutes: 2 }]
  if (isTotp && (await consume(once))) return refused('accounts.usedCode')
  const answer = isTotp
    ? await nullIfUnauthorized(auth().api.verifyTOTP({ body: { code: typed }, ...given }))
    : await nullIfUnauthorized(auth().api.verifyBackupCode({ body: { code: readRecoveryCode(typed) }, ...given }))
  if (!answer) {
    if (isTotp) await refund(once)
    return refused('accounts.wrongCode')
  }
  await refund(turns)
  await completeSignIn(person, isTotp ? 'code' : 'recovery')
  redirect(adminPathOr(text(form, 'to')))
}
