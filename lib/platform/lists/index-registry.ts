import type { ListSource } from '@/lib/platform/lists/list-source'

/** Where a table's list is answered from memory; null while that is not sure to be what the database says. */
export type Source = () => Promise<ListSource | null> | ListSource | null

// On globalThis, because Next bundles this file more than once, and the server outside of it fills it.
const store = globalThis as typeof globalThis & { __localRecordCubes?: Map<string, Source> }

export const facetIndexRegistry = (): Map<string, Source> => (store.__localRecordCubes ??= new Map())

export const facetIndexFor = async (table: string): Promise<ListSource | null> =>
  (await facetIndexRegistry().get(table)?.()) ?? null
