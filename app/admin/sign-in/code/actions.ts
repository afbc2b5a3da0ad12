'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { formOf } from '@/app/form-of'
import { auth, orNull } from '@/lib/platform/auth/auth'
import { giveBack, takeTurn, waitMessage } from '@/lib/platform/rate-limit/rate-limit'
import { readRecoveryCode } from '@/lib/platform/auth/recovery'
import type { FormState } from '@/components/admin/form-state'
import { inWords } from '@/components/admin/admin-messages'
import { text } from '../../form-action'
import { deskLang } from '../../session'
import { insideDesk } from '../return-path'
import { challenged, entered, guessingFromHere } from '../complete-sign-in'

export async function giveCode(state: FormState, sent: FormData): Promise<FormState> {
  const form = formOf(state, sent)
  const lang = await deskLang()
  const refused = (message: string) => ({ message: inWords(lang, message), issues: {}, values: {} })
  const person = await challenged()
  if (!person) return refused('accounts.codeTooLate')

  const typed = text(form, 'code').replace(/\s/g, '')
  const turns = await guessingFromHere('code', person.email)
  const wait = await takeTurn(turns)
  if (wait) return refused(waitMessage(wait))

  const given = { headers: await headers() }
  const isTotp = /^\d{6}$/.test(typed)
  // A code from the app opens once, although it is good for a minute and a half.
  const once = [{ who: ['used', person.id, typed], tries: 1, minutes: 2 }]
  if (isTotp && (await takeTurn(once))) return refused('accounts.usedCode')
  const answer = isTotp
    ? await orNull(auth().api.verifyTOTP({ body: { code: typed }, ...given }))
    : await orNull(auth().api.verifyBackupCode({ body: { code: readRecoveryCode(typed) }, ...given }))
  if (!answer) {
    if (isTotp) await giveBack(once)
    return refused('accounts.wrongCode')
  }
  await giveBack(turns)
  await entered(person, isTotp ? 'code' : 'recovery')
  redirect(insideDesk(text(form, 'to')))
}
