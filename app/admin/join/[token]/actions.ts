'use server'

import { headers } from 'next/headers'
import { openLink } from '@/app/admin/open-link'
import { formAction, text } from '@/app/admin/form-action'
import { completeSignIn } from '@/app/admin/sign-in/complete-sign-in'
import { auth } from '@/lib/platform/auth/auth'
import { acceptInvitation } from '@/lib/platform/auth/invitations'
import { VISITOR } from '@/lib/platform/commands/permissions'

const password = (form: FormData) => String(form.get('password') ?? '')

export const join = formAction(
  openLink(acceptInvitation),
  (form) => ({
    token: text(form, 'token'),
    name: text(form, 'name'),
    email: text(form, 'email'),
    password: password(form),
    lang: text(form, 'lang'),
  }),
  async (_, form) => {
    const body = { email: text(form, 'email').toLowerCase(), password: password(form) }
    const answer = await auth().api.signInEmail({ body, headers: await headers() })
    if ('user' in answer) await completeSignIn(answer.user, 'link')
    return '/admin'
  },
  VISITOR,
)
