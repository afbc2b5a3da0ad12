'use server'

import { serverAction } from '@/app/server-action'
import { failure, formAction, text } from '@/app/admin/form-action'
import { invite, withdrawInvitation } from '@/lib/platform/auth/invitations'
import { changeRole, deactivate, endSessionsOf, reactivate } from '@/lib/platform/auth/people'
import { makeReset, withdrawReset } from '@/lib/platform/auth/resets'
import { settings } from '@/lib/platform/settings/settings'
import type { FormState } from '@/components/admin/form-state'
import { getSession } from '../session'

const id = (form: FormData) => text(form, 'id')
const back = (done: string) => (_: unknown, form: FormData) => `/admin/people/${id(form)}?done=${done}`
const withReason = (form: FormData) => ({ id: id(form), reason: text(form, 'reason') })

/** Returns the link to the form once. Only its hash is stored. */
const withLink = (path: string): FormState => ({
  message: null,
  issues: {},
  values: { link: [settings().siteUrl + path] },
})

export const makeInvitation = serverAction(async (form): Promise<FormState> => {
  try {
    const actor = (await getSession())?.actor ?? null
    const { token } = await invite(actor, { email: text(form, 'email'), role: text(form, 'role') })
    return withLink(`/admin/join/${token}`)
  } catch (error) {
    return failure(error, form)
  }
})

export const makeResetLink = serverAction(async (form): Promise<FormState> => {
  try {
    const actor = (await getSession())?.actor ?? null
    const { token } = await makeReset(actor, { id: id(form), secondFactor: form.has('secondFactor') })
    return withLink(`/admin/reset/${token}`)
  } catch (error) {
    return failure(error, form)
  }
})

export const uninvite = formAction(
  withdrawInvitation,
  (form) => ({ id: id(form) }),
  () => '/admin/people?done=uninvited',
)

export const role = formAction(changeRole, (form) => ({ ...withReason(form), role: text(form, 'role') }), back('role'))
export const close = formAction(deactivate, withReason, back('deactivated'))
export const reopen = formAction(reactivate, withReason, back('reactivated'))
export const endAll = formAction(endSessionsOf, (form) => ({ id: id(form) }), back('ended'))
export const unreset = formAction(withdrawReset, (form) => ({ id: id(form) }), back('unreset'))
