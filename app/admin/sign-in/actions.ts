'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { formOf } from '@/app/form-of'
import { auth, orNull } from '@/lib/platform/auth/auth'
import { giveBack, takeTurn, waitMessage } from '@/lib/platform/rate-limit/rate-limit'
import type { FormState } from '@/components/admin/form-state'
import { inWords } from '@/components/admin/admin-messages'
import { text } from '../form-action'
import { deskLang, personNow } from '../session'
import { insideDesk } from './return-path'
import { entered, guessingFromHere, leave } from './complete-sign-in'

export async function signIn(state: FormState, sent: FormData): Promise<FormState> {
  const form = formOf(state, sent)
  const email = text(form, 'email').toLowerCase().slice(0, 300)
  const password = String(form.get('password') ?? '')
  const lang = await deskLang()
  const refused = (message: string) => ({ message: inWords(lang, message), issues: {}, values: { email: [email] } })

  const before = await personNow()
  const turns = await guessingFromHere('password', email)
  const wait = await takeTurn(turns)
  if (wait) return refused(waitMessage(wait))
  const answer = await orNull(auth().api.signInEmail({ body: { email, password }, headers: await headers() }))
  if (!answer) return refused('accounts.wrong')
  await giveBack(turns)
  await leave(before)

  const to = insideDesk(text(form, 'to'))
  if ('twoFactorRedirect' in answer) redirect(`/admin/sign-in/code?to=${encodeURIComponent(to)}`)
  await entered(answer.user, 'password')
  redirect(to)
}

export async function signOut(): Promise<void> {
  await auth().api.signOut({ headers: await headers() })
  redirect('/admin/sign-in')
}
