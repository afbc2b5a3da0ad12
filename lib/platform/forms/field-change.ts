import type { Field, Plan } from './plan'
import { blankOf } from './read-form'
import { partOf, rowsOf } from './write-form'

/** An action of a form's button other than saving: "add variants", "remove variants.1", "find speakers.0.officialId". */
export type FieldEdit = { do: 'add' | 'remove' | 'up' | 'down' | 'find' | 'create'; path: string }

export const fieldEditOf = (value: string): FieldEdit | null => {
  const match = /^(add|remove|up|down|find|create) ([\w.]{1,200})$/.exec(value)
  return match ? { do: match[1] as FieldEdit['do'], path: match[2]! } : null
}

/** The field at a path: "variants.0.citation.exact". */
export const fieldAt = (plan: Plan, path: string): Field | undefined => {
  let fields = plan
  let found: Field | undefined
  for (const step of path.split('.')) {
    if (found?.kind === 'list' && /^\d+$/.test(step)) found = found.item
    else found = fields.find((field) => field.name === step)
    if (!found) return undefined
    fields = found.kind === 'group' ? found.fields : []
  }
  return found
}

/** Adds, removes or moves a row. Returns the data unchanged where the path is not a list's. */
export function applyFieldEdit(plan: Plan, data: Record<string, unknown>, change: FieldEdit): Record<string, unknown> {
  if (change.do === 'find' || change.do === 'create') return data
  if (change.do === 'add') {
    const list = fieldAt(plan, change.path)
    if (list?.kind !== 'list') return data
    return at(data, change.path.split('.'), (rows) => [...rowsOf(rows), blankOf(list.item) ?? '']) as typeof data
  }
  const steps = change.path.split('.')
  const row = Number(steps.pop())
  if (!Number.isInteger(row) || fieldAt(plan, steps.join('.'))?.kind !== 'list') return data
  return at(data, steps, (value) => {
    const rows = [...rowsOf(value)]
    const to = change.do === 'up' ? row - 1 : change.do === 'down' ? row + 1 : null
    if (row >= rows.length || (to !== null && (to < 0 || to >= rows.length))) return rows
    const [moved] = rows.splice(row, 1)
    if (to !== null) rows.splice(to, 0, moved)
    return rows
  }) as typeof data
}

/** The value at a path of the data. */
export const valueAt = (data: unknown, path: string): unknown => path.split('.').reduce<unknown>(partOf, data)

/** A copy of the data with another value at a path. */
export const withValue = (data: Record<string, unknown>, path: string, value: unknown) =>
  at(data, path.split('.'), () => value) as Record<string, unknown>

const at = (value: unknown, steps: string[], change: (value: unknown) => unknown): unknown => {
  const [step, ...rest] = steps
  if (step === undefined) return change(value)
  if (Array.isArray(value)) return value.map((one, index) => (String(index) === step ? at(one, rest, change) : one))
  if (typeof value !== 'object' || value === null) return rest.length ? value : { [step]: change(undefined) }
  return { ...value, [step]: at((value as Record<string, unknown>)[step], rest, change) }
}
