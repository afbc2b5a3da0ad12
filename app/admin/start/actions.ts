'use server'

import { formAction, text } from '@/app/admin/form-action'
import { type Started, startFromLink, startFromText } from '@/lib/features/source-capture/capture-source'

/** A new text opens its candidates page; everything else opens the source. */
const nextPath = ({ sourceId, known, sha256, failure }: Started): string => {
  if (failure)
    return `/admin/sources/${sourceId}?failed=${failure.code}${failure.detail ? `&detail=${encodeURIComponent(failure.detail)}` : ''}`
  if (known) return `/admin/sources/${sourceId}?known=yes`
  return `/admin/sources/${sourceId}/text?of=${sha256}`
}

export const fromLink = formAction(startFromLink, (form) => ({ url: text(form, 'url') }), nextPath)

export const fromText = formAction(
  startFromText,
  (form) => ({
    text: text(form, 'text'),
    url: text(form, 'textUrl') || null,
    title: text(form, 'title') || null,
    outlet: text(form, 'outlet') || null,
    published: text(form, 'published') || null,
    lang: text(form, 'lang') || null,
  }),
  nextPath,
)
