'use server'

import { formAction, text } from '@/app/admin/form-action'
import { changePolicy } from '@/lib/platform/site-policy/site-policy'

export const change = formAction(
  changePolicy,
  (form) => ({
    publishOwn: text(form, 'publishOwn') === 'yes',
    timeZone: text(form, 'timeZone'),
    approvedFiles: Object.fromEntries(
      [...form.entries()].flatMap(([name, value]) =>
        name.startsWith('approvedFiles.') && typeof value === 'string' && value.trim()
          ? [[name.slice('approvedFiles.'.length), value]]
          : [],
      ),
    ),
  }),
  () => '/admin/policy?done=saved',
)
