'use server'

import { formAction, text } from '@/app/admin/form-action'
import { startFromWords } from '@/lib/features/intake/start-entry'

/** Begins an entry from a selected quote and the recognized people, places and dates. */
export const begin = formAction(
  startFromWords,
  (form) => {
    const date = text(form, 'date')
    return {
      sourceId: text(form, 'source'),
      sha256: text(form, 'of'),
      ...(form.has('words') && { words: text(form, 'words') }),
      ...(form.has('at') && { at: text(form, 'at') }),
      officialId: text(form, 'official') || null,
      organizationId: text(form, 'organization') || null,
      placeId: text(form, 'place') || null,
      // "2024-11 in November": EDTF, then the wording it was read from.
      date: date ? { edtf: date.split(' ')[0], asWritten: date.slice(date.indexOf(' ') + 1) } : null,
    }
  },
  ({ draftId }) => `/admin/entries/${draftId}`,
)
