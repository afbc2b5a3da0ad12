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
    : Response.json(outcome.kept)

/** Leads back to the form, to where the button was; or shows what was not saved, so that it can be sent again. */
export async function respondWithPage(id: string, form: FormData, outcome: Outcome): Promise<Response> {
  if ('failed' in outcome) return refused(id, form, outcome.failed)
  if (outcome.kept.aside) redirect(`/admin/entries/${id}/compare`)
  redirect(`/admin/entries/${id}?saved=${outcome.kept.save}${placeOf(outcome.asked)}`)
}

/** Where to go on: at the field that was looked for, or at the list that has a row more or less. */
const placeOf = (asked: FieldEdit | null): string =>
  asked ? `#${/^(remove|up|down)$/.test(asked.do) ? asked.path.replace(/\.\d+$/, '') : asked.path}` : ''

/** A page without a script, since there was none: it holds the whole form, so that nothing typed is lost. */
async function refused(id: string, form: FormData, failed: Failed): Promise<Response> {
  const lang = await getAdminLocale()
  const words = editorMessages(lang)
  const why: Record<Failed, string> = {
    incomplete: words.incomplete,
    'signed-out': words.signedOut,
    'not-yours': words.notYours,
    gone: words.gone,
    'too-long': words.notSavedLong,
    away: words.notSavedAway,
    ours: words.notSavedOurs,
  }
  const fields = [...form.entries()]
    .filter(([name]) => name !== 'do')
    .map(([name, value]) => `<textarea hidden name="${escaped(name)}">\n${escaped(String(value))}</textarea>`)
  const signIn =
    failed === 'signed-out'
      ? `<p><a href="/admin/sign-in" target="_blank" rel="noopener">${escaped(words.signInThere)}</a> ${escaped(words.thenRetry)}</p>`
      : ''
  const page = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>${escaped(words.problemTitle)} · Local Record</title>
<meta name="color-scheme" content="light dark"></head><body><main><h1>${escaped(words.problemTitle)}</h1>
<p>${escaped(fillPlaceholders(why[failed], {}))}</p>${signIn}<form method="post" action="/admin/entries/${escaped(id)}/save">
${fields.join('\n')}<button type="submit" name="do" value="save">${escaped(words.sendAgain)}</button></form>
<p><a href="/admin/entries/${escaped(id)}">${escaped(words.backToEntry)}</a></p></main></body></html>`
  const status = STATUS[failed]
  if (status >= 500) setStatus(status as 500 | 503)
  return new Response(page, { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
