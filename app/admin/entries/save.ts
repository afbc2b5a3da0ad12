import { getSession } from '@/app/admin/session'
import { citationsIn } from '@/lib/records/citations-in'
import { draftToEdit } from '@/lib/features/editing/editing-queries'
import { inlineData } from '@/lib/features/editing/create-inline'
import { resolveConflicts } from '@/lib/features/editing/resolve-conflict'
import type { SaveResponse } from '@/lib/features/editing/field-hints'
import { formPlan } from '@/lib/features/editing/form-plans'
import { isRecordTypeName } from '@/lib/records/registry'
import { saveDraft } from '@/lib/features/editing/commands'
import { isDatabaseUnavailable } from '@/lib/platform/database/availability'
import { Conflict, Forbidden, Invalid, NotFound } from '@/lib/platform/errors/errors'
import {
  type FieldEdit,
  fieldEditOf,
  applyFieldEdit,
  fieldAt,
  valueAt,
  withValue,
} from '@/lib/platform/forms/field-change'
import { newId } from '@/lib/platform/publishing/ids'
import type { Plan } from '@/lib/platform/forms/plan'
import { END, readForm, rowsIn, unresolvedValue } from '@/lib/platform/forms/read-form'
import { openLog } from '@/lib/platform/logging/log'
import { isDatabaseDownHere } from '@/lib/platform/request-context/request-context'
import { settings } from '@/lib/platform/settings/settings'
import { saveTime, placesIn, formHints, quotedBy } from '@/lib/features/editing/form-context'

export type Failed = 'incomplete' | 'signed-out' | 'not-yours' | 'gone' | 'too-long' | 'away' | 'ours'

/** Outcome of a posted form: the save with the requested field edit, or the reason it failed. */
export type Outcome = { failed: Failed } | { saved: SaveResponse; edit: FieldEdit | null }

/** Upper bound of rows over all lists of a form; rendering them is costly. */
const MAX_ROWS = 1_000

/** Parses a draft form, applies the edit its button requests, and saves it. */
export async function save(id: string, form: FormData): Promise<Outcome> {
  try {
    const person = await getSession()
    if (!person) return { failed: 'signed-out' }
    if (!form.has(END)) return { failed: 'incomplete' }
    if (rowsIn(form) > MAX_ROWS) return { failed: 'too-long' }
    const draft = await draftToEdit(id, person.id)
    if (!draft || !isRecordTypeName(draft.type)) return { failed: 'gone' }
    const { fields } = formPlan(draft.type, person.lang)
    const edit = fieldEditOf(text(form, 'do'))
    const input = readForm(fields, form)
    const { data: edited, creates } = edit
      ? withCreated(applyFieldEdit(fields, input, edit), edit, fields)
      : { data: input, creates: [] }
    const dated = withSuggestedDate(edited, text(form, 'do'))
    const quoted = await quotedBy(dated)
    const data = resolveConflicts(dated, draft.data, quoted.places)
    const basedOn = Number(text(form, '~save')) || 0
    const replaces = /^\d{1,18}$/.exec(text(form, '~aside'))?.[0] ?? null
    const result = await saveDraft(person.actor, { id, basedOn, data, creates, replaces })
    const saved = {
      ...result,
      clock: await saveTime(new Date()),
      others: draft.others,
      sources: citedSources(data),
      hints: await formHints({ ...draft, type: draft.type, data }, quoted, person.lang),
    }
    return { saved, edit }
  } catch (error) {
    return { failed: failureOf(error) }
  }
}

const text = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** References a record that does not exist yet, and that the save begins as a draft. */
function withCreated(data: Record<string, unknown>, edit: FieldEdit, plan: Plan) {
  const unchanged = { data, creates: [] }
  const name = unresolvedValue(valueAt(data, edit.path))
  const field = fieldAt(plan, edit.path)
  if (edit.do !== 'create' || !name || field?.kind !== 'reference' || !isRecordTypeName(field.type)) return unchanged
  const initial = inlineData(field.type, name, placesIn(data)[0] ?? null)
  if (!initial) return unchanged
  const recordId = newId()
  return { data: withValue(data, edit.path, recordId), creates: [{ type: field.type, recordId, data: initial }] }
}

/** Applies a suggested date: the button's value is "set-date <field> <EDTF>". */
const withSuggestedDate = (data: Record<string, unknown>, action: string) => {
  const [, path, edtf] = /^set-date ([\w.]{1,200}) ([\d/.~?%-]{4,40})$/.exec(action) ?? []
  return path && edtf ? withValue(data, `${path}.edtf`, edtf) : data
}

const citedSources = (data: unknown): string[] => [
  ...new Set(
    citationsIn(data).flatMap(({ sourceId }) => (sourceId && unresolvedValue(sourceId) === null ? [sourceId] : [])),
  ),
]

const failureOf = (error: unknown): Failed => {
  if (error instanceof NotFound || error instanceof Conflict) return 'gone'
  if (error instanceof Forbidden) return 'not-yours'
  if (error instanceof Invalid) return 'incomplete'
  if (isDatabaseUnavailable(error) || isDatabaseDownHere()) return 'away'
  openLog(settings().logLevel).error({ err: error }, 'a draft was not saved')
  return 'ours'
}
