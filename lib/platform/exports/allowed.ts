import type { z } from 'zod'

type Def = {
  type: string
  shape?: Record<string, z.ZodType>
  element?: z.ZodType
  innerType?: z.ZodType
  catchall?: z.ZodType
}
type Allowed = (value: unknown) => unknown

const LEAVES = new Set(['string', 'number', 'int', 'boolean', 'enum', 'literal', 'null'])
const same: Allowed = (value) => value

/**
 * What a schema lets through of a value that passed it before: the named fields, in their order. A card was checked
 * when it was published; checking a million of them again is what costs in a file of all. What isn't built of plain
 * fields is checked all the same.
 */
export const allowedBy = (schema: z.ZodType): Allowed => {
  const def = schema.def as unknown as Def
  if (LEAVES.has(def.type)) return same
  if (def.type === 'nullable') {
    const inner = allowedBy(def.innerType!)
    return inner === same ? same : (value) => (value === null ? null : inner(value))
  }
  if (def.type === 'array') {
    const item = allowedBy(def.element!)
    return item === same ? same : (value) => (value as unknown[]).map(item)
  }
  if (def.type !== 'object' || (def.catchall && def.catchall.def.type !== 'never'))
    return (value) => schema.parse(value)
  const fields = Object.entries(def.shape!).map(([key, field]) => [key, allowedBy(field)] as const)
  return (value) => {
    const given = value as Record<string, unknown>
    const result: Record<string, unknown> = {}
    for (const [key, allowed] of fields) if (given[key] !== undefined) result[key] = allowed(given[key])
    return result
  }
}
