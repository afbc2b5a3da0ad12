'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { auth } from '@/lib/platform/accounts/auth'
import type { FormState } from '@/components/desk/form-state'
import { deskWords } from '@/components/desk/words'
import { text } from '../form-action'
import { deskLang } from '../person'

export async function signIn(_: FormState, form: FormData): Promise<FormState> {
  const email = text(form, 'email').toLowerCase()
  const body = { email, password: String(form.get('password') ?? '') }
  try {
    const { user } = await auth().api.signInEmail({ body, headers: await headers() })
    if ((user as { deactivatedAt?: Date | null }).deactivatedAt) throw new Error('deactivated')
  } catch {
    return { message: deskWords(await deskLang())('accounts.wrong'), issues: {}, values: { email: [email] } }
  }
  redirect(insideDesk(text(form, 'to')))
}

export async function signOut(): Promise<void> {
  await auth().api.signOut({ headers: await headers() })
  redirect('/admin/sign-in')
}

/** Where to go after signing in: never off the desk, whatever the address says. */
const insideDesk = (to: string): string => (/^\/admin(?:[/?][\w\-./?=&%+]*)?$/.test(to) ? to : '/admin')
