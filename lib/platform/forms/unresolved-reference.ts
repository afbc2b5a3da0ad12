import type { Plan } from './plan'
import { unresolvedValue } from './read-form'
import { partOf, rowsOf } from './write-form'

export type UnresolvedReference = { path: string; type: string; words: string }

/** The reference fields where a person typed a name but chose no record yet. */
export const unresolvedReferencesIn = (plan: Plan, data: unknown, prefix = ''): UnresolvedReference[] =>
  plan.flatMap((field): UnresolvedReference[] => {
    const value = partOf(data, field.name)
    const path = prefix + field.name
    if (field.kind === 'group') return unresolvedReferencesIn(field.fields, value, `${path}.`)
    if (field.kind === 'list')
      return rowsOf(value).flatMap((row, at) =>
        unresolvedReferencesIn([{ ...field.item, name: String(at) }], { [at]: row }, `${path}.`),
      )
    const words = field.kind === 'reference' ? unresolvedValue(value) : null
    return words !== null && field.kind === 'reference' ? [{ path, type: field.type, words }] : []
  })
