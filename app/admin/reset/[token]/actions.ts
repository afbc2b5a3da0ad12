'use server'

import { headers } from 'next/headers'
import { openLink } from '@/app/admin/open-link'
import { formAction, text } from '@/app/admin/form-action'
import { completeSignIn } from '@/app/admin/sign-in/complete-sign-in'
import { auth } from '@/lib/platform/auth/auth'
import { useReset } from '@/lib/platform/auth/resets'
import { VISITOR } from '@/lib/platform/commands/permissions'

const password = (form: FormData) => String(form.get('password') ?? '')

export const reset = formAction(
  openLink(useReset),
  (form) => ({ token: text(form, 'token'), password: password(form) }),
  async ({ email }, form) => {
    const body = { email, password: password(form) }
    const answer = await auth().api.signInEmail({ body, headers: await headers() })
    if (!('user' in answer)) return '/admin/sign-in/code'
    await completeSignIn(answer.user, 'link')
    return '/admin'
  },
  VISITOR,
)
