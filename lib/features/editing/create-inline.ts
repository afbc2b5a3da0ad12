import { RECORD_TYPES, type RecordTypeName } from '@/lib/records/registry'

/** Record types that an editor can create by name from another entry's form. */
export const createInline: readonly string[] = Object.values(RECORD_TYPES).flatMap(({ name, createInline: start }) =>
  start ? [name] : [],
)

/** Initial data of a draft created by name; null for types that do not support it. */
export const inlineData = (type: RecordTypeName, name: string, placeId: string | null) =>
  RECORD_TYPES[type].createInline?.(name, placeId) ?? null
