import { RECORD_TYPES, type RecordTypeName } from '@/lib/records/registry'

/** The record types that an editor can create from a name beside another entry. */
export const createInline: readonly string[] = Object.values(RECORD_TYPES).flatMap(({ name, createInline: start }) =>
  start ? [name] : [],
)

/** The first data of a draft that is created from a name; null for types that are not created so. */
export const inlineData = (type: RecordTypeName, name: string, placeId: string | null) =>
  RECORD_TYPES[type].createInline?.(name, placeId) ?? null
