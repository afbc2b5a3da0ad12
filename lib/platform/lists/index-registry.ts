import type { Answers } from '@/lib/platform/lists/list-source'

/** Where a table's list is answered from memory; null while that is not sure to be what the database says. */
export type Source = () => Promise<Answers | null> | Answers | null

// On globalThis, because Next bundles this file more than once, and the server outside of it fills it.
const store = globalThis as typeof globalThis & { __localRecordCubes?: Map<string, Source> }

export const knownCubes = (): Map<string, Source> => (store.__localRecordCubes ??= new Map())

export const cubeOf = async (table: string): Promise<Answers | null> => (await knownCubes().get(table)?.()) ?? null
