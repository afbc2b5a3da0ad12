'use server'

import { serverAction } from '@/app/server-action'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { auth, nullIfUnauthorized } from '@/lib/platform/auth/auth'
import { logFailedSignIn } from '@/lib/platform/auth/log-failed-sign-in'
import { waitMessage } from '@/lib/platform/rate-limit/rate-limit'
import type { FormState } from '@/components/admin/form-state'
import { localizeMessage } from '@/components/admin/admin-messages'
import { text } from '../form-action'
import { getAdminLocale, getSession } from '../session'
import { safeReturnPath } from './return-path'
import { beginSignInAttempt, clearSession, completeSignIn } from './complete-sign-in'

export const signIn = serverAction(async (form): Promise<FormState> => {
  const email = text(form, 'email').toLowerCase().slice(0, 300)
  const password = String(form.get('password') ?? '')
  const lang = await getAdminLocale()
  const refused = (message: string) => ({
    message: localizeMessage(lang, message),
    issues: {},
    values: { email: [email] },
  })

  const previousSession = await getSession()
  const attempt = await beginSignInAttempt('password', email, text(form, 'proof'))
  if (attempt.may === 'wait') {
    await logFailedSignIn('too many attempts', email)
    return refused(waitMessage(attempt.minutes))
  }
  if (attempt.may === 'work') return { ...refused('accounts.work'), challenge: attempt.challenge }
  const answer = await nullIfUnauthorized(
    auth().api.signInEmail({ body: { email, password }, headers: await headers() }),
  )
  if (!answer) {
    await logFailedSignIn('wrong password', email)
    return refused('accounts.wrong')
  }
  await attempt.succeed()
  await clearSession(previousSession)

  const to = safeReturnPath(text(form, 'to'))
  if ('twoFactorRedirect' in answer) redirect(`/admin/sign-in/code?to=${encodeURIComponent(to)}`)
  await completeSignIn(answer.user, 'password')
  redirect(to)
})

export const signOut = serverAction(async (): Promise<void> => {
  // Without the database the session would stay: better-auth would only remove the cookie.
  await getSession()
  await auth().api.signOut({ headers: await headers() })
  redirect('/admin/sign-in')
})
