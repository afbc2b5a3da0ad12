import type { z } from 'zod'
import { type AnyRegistry, linkTargets } from './create-registry'
import { RECORD_TYPES, type RecordTypeName } from './registry'

/** Record types in dependency order: each comes after the types that its input links to. */
export const publishOrder = (registry: AnyRegistry = RECORD_TYPES): RecordTypeName[] => {
  const targets = linkTargets(Object.values(registry))
  const order = new Set<string>()
  const visited = new Set<string>()
  const visit = (name: string): void => {
    if (visited.has(name)) return
    visited.add(name)
    const properties = propertiesOf(registry[name]!.input)
    for (const [property, type] of Object.entries(targets)) if (properties.has(property)) visit(type)
    order.add(name)
  }
  Object.keys(registry).forEach(visit)
  return [...order] as RecordTypeName[]
}

type Def = { innerType?: z.ZodType; element?: z.ZodType; shape?: Readonly<Record<string, z.ZodType>> }

/** Names of all properties of a schema, at any depth. */
const propertiesOf = (schema: z.ZodType): Set<string> => {
  const { innerType, element, shape = {} } = schema.def as Def
  const inner = [innerType, element, ...Object.values(shape)].filter((child) => child !== undefined)
  return new Set([...Object.keys(shape), ...inner.flatMap((child) => [...propertiesOf(child)])])
}
