import type { ListSource } from '@/lib/platform/lists/list-source'

/** Returns the facet index of a table, or null while its answers could differ from SQL. */
export type SourceProvider = () => Promise<ListSource | null> | ListSource | null

// On globalThis: Next bundles this module more than once, and the server outside those bundles registers the indexes.
const store = globalThis as typeof globalThis & { __localRecordFacetIndexes?: Map<string, SourceProvider> }

export const facetIndexRegistry = (): Map<string, SourceProvider> => (store.__localRecordFacetIndexes ??= new Map())

export const facetIndexFor = async (table: string): Promise<ListSource | null> =>
  (await facetIndexRegistry().get(table)?.()) ?? null
