import { type Collection, collection } from '@/lib/platform/lists/collection'
import type { Lookup } from '@/lib/platform/lists/read-cards'
import type { RecordBase } from '@/lib/platform/publishing/record-type'
import type { AnyRegistry } from './create-registry'
import type { AnyDefinition } from './define-record-type'
import { recordReader } from './record-reader'
import { RECORD_TYPES, type RecordTypeName, type Records } from './registry'

/** The published records of a type: filtered, sorted, counted, and looked up by id. */
export type RecordCollection<R extends RecordBase = RecordBase> = Collection<R> & {
  lookUp: (id: string, version?: number) => Promise<Lookup<R>>
}

const collectionFor = (definition: AnyDefinition): RecordCollection => ({
  ...collection(definition),
  lookUp: recordReader<RecordBase>(definition).lookUp,
})

/** The collections of the registered record types. */
export const COLLECTIONS = Object.fromEntries(
  Object.values(RECORD_TYPES).map((definition) => [definition.name, collectionFor(definition)]),
) as unknown as { readonly [N in RecordTypeName]: RecordCollection<Records[N]> }

/** The collection of any record type. */
export const collectionOf = (type: string, registry: AnyRegistry = RECORD_TYPES): RecordCollection =>
  registry === RECORD_TYPES ? (COLLECTIONS[type as RecordTypeName] as RecordCollection) : collectionFor(registry[type]!)

/** The number of records of a type, including those that its list hides by default. */
export const countAll = (type: string, registry: AnyRegistry = RECORD_TYPES): Promise<number> => {
  const { filters, count } = collectionOf(type, registry)
  return count(
    Object.fromEntries(
      filters.entries.flatMap(([key, { defaultCondition }]) => (defaultCondition ? [[key, true]] : [])),
    ),
  )
}
