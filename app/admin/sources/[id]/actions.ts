'use server'

import { formAction, text } from '@/app/admin/form-action'
import { checkLink } from '@/lib/features/source-health/check-links'
import { type Recaptured, captureAgain, captureAgainFromText } from '@/lib/features/source-capture/recapture'
import { takeArchivedCopy } from '@/lib/features/source-capture/take-archived-copy'
import { requestArchive, retryArchive } from '@/lib/platform/archive/archive-requests'

const page = (form: FormData): string => `/admin/sources/${text(form, 'id')}`
const byId = (form: FormData) => ({ id: text(form, 'id') })

const captureResult = ({ failure, isNew, quotes }: Recaptured, form: FormData): string =>
  failure
    ? `${page(form)}?failed=${failure.code}${failure.detail ? `&detail=${encodeURIComponent(failure.detail)}` : ''}`
    : `${page(form)}?done=${isNew ? 'new' : 'same'}&checked=${quotes.checked}&missing=${quotes.missing}`

export const check = formAction(checkLink, byId, ({ outcome }, form) => `${page(form)}?done=checked&outcome=${outcome}`)

export const recapture = formAction(captureAgain, byId, captureResult)

export const recaptureText = formAction(
  captureAgainFromText,
  (form) => ({ ...byId(form), text: text(form, 'text') }),
  captureResult,
)

export const requestCopy = formAction(
  requestArchive,
  (form) => ({ url: text(form, 'url'), sourceId: text(form, 'id') }),
  (_, form) => `${page(form)}?done=requested#archive`,
)

export const retryCopy = formAction(
  retryArchive,
  (form) => ({ id: text(form, 'request') }),
  (_, form) => `${page(form)}?done=requested#archive`,
)

export const applyCopy = formAction(
  takeArchivedCopy,
  (form) => ({ request: text(form, 'request') }),
  (_, form) => `${page(form)}?done=taken#archive`,
)
