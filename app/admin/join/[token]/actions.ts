'use server'

import { headers } from 'next/headers'
import { formAction, text } from '@/app/admin/form-action'
import { auth } from '@/lib/platform/accounts/auth'
import { acceptInvitation } from '@/lib/platform/accounts/invitations'
import { VISITOR } from '@/lib/platform/commands/permissions'

const password = (form: FormData) => String(form.get('password') ?? '')

export const join = formAction(
  acceptInvitation,
  (form) => ({
    token: text(form, 'token'),
    name: text(form, 'name'),
    email: text(form, 'email'),
    password: password(form),
    lang: text(form, 'lang'),
  }),
  async (_, form) => {
    const body = { email: text(form, 'email').toLowerCase(), password: password(form) }
    await auth().api.signInEmail({ body, headers: await headers() })
    return '/admin'
  },
  VISITOR,
)
