import type { Plan } from './plan'
import { sought } from './read-form'
import { partOf, rowsOf } from './write-form'

export type Sought = { path: string; room: string; words: string }

/** Where a record was named in a form and not chosen yet. */
export const soughtIn = (plan: Plan, data: unknown, prefix = ''): Sought[] =>
  plan.flatMap((field): Sought[] => {
    const value = partOf(data, field.name)
    const path = prefix + field.name
    if (field.kind === 'group') return soughtIn(field.fields, value, `${path}.`)
    if (field.kind === 'list')
      return rowsOf(value).flatMap((row, at) =>
        soughtIn([{ ...field.item, name: String(at) }], { [at]: row }, `${path}.`),
      )
    const words = field.kind === 'reference' ? sought(value) : null
    return words !== null && field.kind === 'reference' ? [{ path, room: field.room, words }] : []
  })
