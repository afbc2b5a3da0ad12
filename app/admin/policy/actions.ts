'use server'

import { formAction, text } from '@/app/admin/form-action'
import { changePolicy } from '@/lib/platform/site-policy/site-policy'

export const change = formAction(
  changePolicy,
  (form) => ({
    publishOwn: text(form, 'publishOwn') === 'yes',
    timeZone: text(form, 'timeZone'),
    approvedLists: form.getAll('approvedList'),
  }),
  () => '/admin/policy?done=saved',
)
