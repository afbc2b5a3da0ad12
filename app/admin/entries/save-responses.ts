import { escapeMarkup } from '@/lib/platform/text/escape-markup'
import { redirect } from 'next/navigation'
import { getAdminLocale } from '@/app/admin/session'
import { fillPlaceholders } from '@/components/admin/editor/fill-placeholders'
import { editorMessages } from '@/components/admin/editor/editor-messages'
import type { FieldEdit } from '@/lib/platform/forms/field-change'
import { setStatus } from '@/lib/platform/request-context/request-context'
import type { Failed, Outcome } from './save'

const STATUS = {
  incomplete: 422,
  'signed-out': 401,
  'not-yours': 403,
  gone: 404,
  'too-long': 413,
  away: 503,
  ours: 500,
} as const satisfies Record<Failed, number>

export const respondWithJson = (_id: string, _form: FormData, outcome: Outcome): Response =>
  'failed' in outcome
    ? Response.json({ failed: outcome.failed }, { status: STATUS[outcome.failed] })
    : Response.json(outcome.saved)

/** Redirects to the form at the edited field. On failure, renders the posted form again so that it can be resent. */
export async function respondWithPage(id: string, form: FormData, outcome: Outcome): Promise<Response> {
  if ('failed' in outcome) return errorPage(id, form, outcome.failed)
  if (outcome.saved.aside) redirect(`/admin/entries/${id}/compare`)
  redirect(`/admin/entries/${id}?saved=${outcome.saved.save}${fragmentOf(outcome.edit)}`)
}

/** Fragment of the field to scroll to: the edited field, or the list after a row change. */
const fragmentOf = (edit: FieldEdit | null): string =>
  edit ? `#${/^(remove|up|down)$/.test(edit.do) ? edit.path.replace(/\.\d+$/, '') : edit.path}` : ''

/** Standalone error page without scripts. Contains every posted field, so nothing typed is lost. */
async function errorPage(id: string, form: FormData, failed: Failed): Promise<Response> {
  const lang = await getAdminLocale()
  const messages = editorMessages(lang)
  const why: Record<Failed, string> = {
    incomplete: messages.incomplete,
    'signed-out': messages.signedOut,
    'not-yours': messages.notYours,
    gone: messages.gone,
    'too-long': messages.notSavedLong,
    away: messages.notSavedAway,
    ours: messages.notSavedOurs,
  }
  const fields = [...form.entries()]
    .filter(([name]) => name !== 'do')
    .map(([name, value]) => `<textarea hidden name="${escapeMarkup(name)}">\n${escapeMarkup(String(value))}</textarea>`)
  const signIn =
    failed === 'signed-out'
      ? `<p><a href="/admin/sign-in" target="_blank" rel="noopener">${escapeMarkup(messages.signInThere)}</a> ${escapeMarkup(messages.thenRetry)}</p>`
      : ''
  const page = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeMarkup(messages.problemTitle)} · Local Record</title>
<meta name="color-scheme" content="light dark"></head><body><main><h1>${escapeMarkup(messages.problemTitle)}</h1>
<p>${escapeMarkup(fillPlaceholders(why[failed], {}))}</p>${signIn}<form method="post" action="/admin/entries/${escapeMarkup(id)}/save">
${fields.join('\n')}<button type="submit" name="do" value="save">${escapeMarkup(messages.sendAgain)}</button></form>
<p><a href="/admin/entries/${escapeMarkup(id)}">${escapeMarkup(messages.backToEntry)}</a></p></main></body></html>`
  const status = STATUS[failed]
  if (status >= 500) setStatus(status as 500 | 503)
  return new Response(page, { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}
