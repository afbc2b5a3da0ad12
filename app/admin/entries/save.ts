import { type Session, getSession } from '@/app/admin/session'
import { citationsIn } from '@/lib/records/shared/citations-in'
import { draftToEdit } from '@/lib/features/editing/editing-queries'
import { inlineData } from '@/lib/features/editing/create-inline'
import { resolveConflicts } from '@/lib/features/editing/resolve-conflict'
import { quotedSources } from '@/lib/features/editing/source-queries'
import type { SaveResponse } from '@/lib/features/editing/field-hints'
import { formPlan, isRecordTypeName } from '@/lib/features/editing/form-plans'
import { saveDraft, settleAside, startDraft } from '@/lib/features/editing/commands'
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
import type { Plan } from '@/lib/platform/forms/plan'
import { END, readForm, rowsIn, unresolvedValue } from '@/lib/platform/forms/read-form'
import { openLog } from '@/lib/platform/logging/log'
import { settings } from '@/lib/platform/settings/settings'
import { timeZoneOf, placesIn, formHints } from './form-context'

export type Failed = 'incomplete' | 'signed-out' | 'not-yours' | 'gone' | 'too-long' | 'away' | 'ours'

/** What became of a form that was sent: kept, with where it was asked to go on; or why not. */
export type Outcome = { failed: Failed } | { kept: SaveResponse; asked: FieldEdit | null }

/** More rows than the longest entry has in all of its lists; whoever opens it has to draw them all. */
const MOST_ROWS = 1_000

/** Reads a draft's form, does what its button asked for, and keeps the result. */
export async function save(id: string, form: FormData): Promise<Outcome> {
  const person = await getSession()
  if (!person) return { failed: 'signed-out' }
  if (!form.has(END)) return { failed: 'incomplete' }
  if (rowsIn(form) > MOST_ROWS) return { failed: 'too-long' }
  try {
    const draft = await draftToEdit(id, person.id)
    if (!draft || !isRecordTypeName(draft.type)) return { failed: 'gone' }
    const { fields } = formPlan(draft.type, person.lang)
    const asked = fieldEditOf(text(form, 'do'))
    const typed = readForm(fields, form)
    const rearranged = asked ? await withCreated(person, applyFieldEdit(fields, typed, asked), asked, fields) : typed
    const data = resolveConflicts(taken(rearranged, text(form, 'do')), draft.data, await textsFor(rearranged))
    const basedOn = Number(text(form, '~save')) || 0
    const result = await saveDraft(person.actor, { id, basedOn, data })
    const before = text(form, '~aside')
    if (before && before !== result.aside) await settleAside(person.actor, { id, aside: before }).catch(unlessSettled)
    const kept = {
      ...result,
      clock: await timeZoneOf(new Date()),
      others: draft.others,
      sources: citedSources(data),
      told: await formHints({ ...draft, type: draft.type, data }, person.lang),
    }
    return { kept, asked }
  } catch (error) {
    return { failed: failureOf(error) }
  }
}

const text = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** A record that was named and is not there: its draft is begun, and chosen. */
async function withCreated({ actor }: Session, data: Record<string, unknown>, asked: FieldEdit, plan: Plan) {
  const name = unresolvedValue(valueAt(data, asked.path))
  const field = fieldAt(plan, asked.path)
  if (asked.do !== 'create' || !name || field?.kind !== 'reference' || !isRecordTypeName(field.type)) return data
  const begun = inlineData(field.type, name, placesIn(data)[0] ?? null)
  if (!begun) return data
  const { id } = await startDraft(actor, { type: field.type, data: begun })
  return withValue(data, asked.path, id.slice(field.type.length + 1))
}

/** A date that was offered and taken by its button: "take date 2024-11". */
const taken = (data: Record<string, unknown>, asked: string) => {
  const [, path, edtf] = /^take ([\w.]{1,200}) ([\d/.~?%-]{4,40})$/.exec(asked) ?? []
  return path && edtf ? withValue(data, `${path}.edtf`, edtf) : data
}

const citedSources = (data: unknown): string[] => [
  ...new Set(
    citationsIn(data).flatMap(({ sourceId }) => (sourceId && unresolvedValue(sourceId) === null ? [sourceId] : [])),
  ),
]

const textsFor = async (data: unknown) => {
  const sources = await quotedSources(citedSources(data))
  return new Map(sources.map(({ id, texts }) => [id, texts.map((one) => one.text)]))
}

const unlessSettled = (error: unknown) => {
  if (!(error instanceof NotFound)) throw error
}

const failureOf = (error: unknown): Failed => {
  if (error instanceof NotFound || error instanceof Conflict) return 'gone'
  if (error instanceof Forbidden) return 'not-yours'
  if (error instanceof Invalid) return 'incomplete'
  if (isDatabaseUnavailable(error)) return 'away'
  openLog(settings().logLevel).error({ err: error }, 'a draft was not saved')
  return 'ours'
}
