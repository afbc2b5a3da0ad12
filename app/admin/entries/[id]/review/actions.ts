'use server'

import { serverAction } from '@/app/server-action'
import { attempt, formAction, text } from '@/app/admin/form-action'
import type { FormState } from '@/components/admin/form-state'
import { describeDraft, discardDraft, publishDrafts, recoverDraft } from '@/lib/features/editing/commands'
import { scheduleDrafts, unscheduleDrafts } from '@/lib/features/editing/commands'
import { Invalid } from '@/lib/platform/errors/errors'
import {
  commentOnDraft,
  resolveComment,
  returnDraft,
  submitDraft,
  unsubmitDraft,
} from '@/lib/platform/publishing/review'
import { instantOf } from '@/lib/platform/i18n/time-zones'
import { announcementIn, contentsIn, linkIssuesToFields, reviewPath, savesIn, selectedDraftIds } from './review-data'

const id = (form: FormData) => ({ id: text(form, 'id') })
const back =
  (did: string, part = '') =>
  (_: unknown, form: FormData) =>
    `${reviewPath(text(form, 'id'))}?did=${did}${part}`

export const submit = formAction(submitDraft, id, back('submit'))
export const unsubmit = formAction(unsubmitDraft, id, back('unsubmit'))
export const returnToAuthor = formAction(
  returnDraft,
  (form) => ({ ...id(form), text: text(form, 'text') }),
  back('return'),
)
export const recover = formAction(recoverDraft, id, back('recover'))
export const discard = formAction(discardDraft, id, back('discard'))
export const unschedule = formAction(unscheduleDrafts, (form) => ({ ids: [text(form, 'id')] }), back('unschedule'))

export const comment = formAction(
  commentOnDraft,
  (form) => ({ ...id(form), text: text(form, 'text'), field: text(form, 'field') || null }),
  back('comment', '#comments'),
)
export const resolve = formAction(
  resolveComment,
  (form) => ({ ...id(form), comment: text(form, 'comment'), resolved: text(form, 'resolved') === 'yes' }),
  back('comment', '#comments'),
)

/** Saves how the draft goes out, for a second person to approve. */
export const describe = formAction(
  describeDraft,
  (form) => ({ ...announcementIn(form), save: Number(text(form, 'save')) }),
  back('describe', '#announcement'),
)

/** Publishes the selected drafts. If the selection differs from the count on the button, shows the new count first. */
export const publish = serverAction(async (form): Promise<FormState> => {
  return attempt(form, async (actor) => {
    const draftIds = selectedDraftIds(form)
    if (Number(text(form, 'shown')) !== draftIds.length - 1) return showAgain(form)
    const announce = announcementIn(form)
    const input = { draftIds, saves: savesIn(form), contents: contentsIn(form), ...(announce && { announce }) }
    const published = await linkIssuesToFields(publishDrafts(actor, input))
    const [type, recordId] = [published.at(-1)!.type, published.at(-1)!.id]
    return `/admin/history/${type}/${recordId}?published=${published.length}`
  })
})

/** Schedules the selected drafts. If the fields differ from the time on the button, shows the new time first. */
export const schedule = serverAction(async (form): Promise<FormState> => {
  return attempt(form, async (actor) => {
    const zone = text(form, 'zone')
    const local = `${text(form, 'date')}T${text(form, 'time')}`
    if (text(form, 'shown') !== `${local}/${zone}`) return showAgain(form, { at: local, zone })
    const moment = instantOf(local, zone)
    if (moment.found === 'unreadable' || moment.found === 'never') throw new Invalid({ at: ['publishing.noSuchTime'] })
    const [saves, contents] = [savesIn(form), contentsIn(form)]
    const drafts = selectedDraftIds(form).map((draft) => {
      const content = contents[draft]
      return { id: draft, save: saves[draft] ?? 0, ...(content && { content }) }
    })
    await linkIssuesToFields(scheduleDrafts(actor, { drafts, at: moment.at.toISOString(), zone }))
    return `${reviewPath(text(form, 'id'))}?did=schedule`
  })
})

const showAgain = (form: FormData, more: Record<string, string> = {}): string => {
  const [main, ...others] = selectedDraftIds(form)
  const query = new URLSearchParams([...others.map((one) => ['with', one]), ...Object.entries(more), ['did', 'chosen']])
  if (!others.length) query.append('with', '')
  return `${reviewPath(main!)}?${query}#publish`
}
