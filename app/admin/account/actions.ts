'use server'

import { revalidatePath } from 'next/cache'
import { formAction, text } from '@/app/admin/form-action'
import { describeMyself, changePassword, endOtherSessions, endSession } from '@/lib/platform/auth/own-account'
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  keepRecoveryCodes,
  renewRecoveryCodes,
} from '@/lib/platform/auth/second-factor'
import { getSession } from '../session'

const secret = (form: FormData, name: string) => String(form.get(name) ?? '')
const session = async () => (await getSession())?.session ?? ''

export const describe = formAction(
  describeMyself,
  (form) => ({ name: text(form, 'name'), lang: text(form, 'lang') }),
  () => {
    // The admin layout shows the name and the language.
    revalidatePath('/admin', 'layout')
    return '/admin/account?done=saved'
  },
)

export const password = formAction(
  async (actor, raw) => changePassword(actor, { ...(raw as object), session: await session() }),
  (form) => ({ oldPassword: secret(form, 'oldPassword'), password: secret(form, 'password') }),
  () => '/admin/account?done=password',
)

export const endOne = formAction(
  endSession,
  (form) => ({ id: text(form, 'id') }),
  () => '/admin/account?done=session#sessions',
)

export const endOthers = formAction(
  async (actor) => endOtherSessions(actor, { session: await session() }),
  () => ({}),
  () => '/admin/account?done=sessions#sessions',
)

export const begin = formAction(
  beginSecondFactor,
  (form) => ({ password: secret(form, 'password') }),
  () => '/admin/account/second-factor',
)

export const confirm = formAction(
  async (actor, raw) => confirmSecondFactor(actor, { ...(raw as object), session: await session() }),
  (form) => ({ code: text(form, 'code').replace(/\s/g, '') }),
  () => '/admin/account/recovery-codes',
)

export const renewCodes = formAction(
  renewRecoveryCodes,
  (form) => ({ password: secret(form, 'password') }),
  () => '/admin/account/recovery-codes',
)

export const confirmCodesSaved = formAction(
  keepRecoveryCodes,
  () => ({}),
  () => '/admin/account?done=codes',
)

export const end = formAction(
  endSecondFactor,
  (form) => ({ password: secret(form, 'password') }),
  () => '/admin/account?done=off',
)
