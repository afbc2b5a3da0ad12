import type { RecordBase, RecordLink, RecordType } from '@/lib/platform/publishing/record-type'
import type { AnyDefinition, RecordStorage, RecordTypeDefinition } from './define-record-type'

/** A definition joined with its lazily loaded storage and its links, as publishing needs it. */
export type Registered<D> =
  D extends RecordTypeDefinition<infer N, infer I, infer R, infer F>
    ? RecordTypeDefinition<N, I, R, F> & RecordType<I, R> & { name: N }
    : never

/** Record types by name. */
export type Registry<L extends readonly AnyDefinition[]> = { readonly [D in L[number] as D['name']]: Registered<D> }

/** Any registry, for code that derives something from all record types. */
export type AnyRegistry = Readonly<Record<string, Registered<AnyDefinition>>>

/** Joins definitions into a registry. The list's order is the display order. */
export const createRegistry = <const L extends readonly AnyDefinition[]>(definitions: L): Registry<L> => {
  const targets = linkTargets(definitions)
  return Object.fromEntries(
    definitions.map((definition) => [
      definition.name,
      { ...definition, ...lazyStorage(definition), links: (input: unknown) => linksIn(input, targets) },
    ]),
  ) as Registry<L>
}

/** The record type that each link property refers to. */
export const linkTargets = (definitions: readonly AnyDefinition[]): Readonly<Record<string, string>> =>
  Object.fromEntries(definitions.flatMap(({ name, linkedBy = [] }) => linkedBy.map((property) => [property, name])))

/** All records that an input links to, at any depth. */
export const linksIn = (input: unknown, targets: Readonly<Record<string, string>>): RecordLink[] => {
  if (Array.isArray(input)) return input.flatMap((item) => linksIn(item, targets))
  if (typeof input !== 'object' || input === null) return []
  return Object.entries(input).flatMap(([property, value]) => {
    if (!Object.hasOwn(targets, property)) return linksIn(value, targets)
    const ids = Array.isArray(value) ? value : [value]
    return ids.filter((id) => id !== null).map((id) => ({ type: targets[property]!, id: id as string }))
  })
}

/** Loads the storage on first use. Verifies the quotes of claims before writing. */
const lazyStorage = <I, R extends RecordBase>({
  name,
  evidence,
  storage,
}: RecordTypeDefinition<string, I, R>): RecordStorage<I, R> => ({
  write: async (tx, written) => {
    if (evidence) await (await import('./verify-quotes')).verifyQuotes(tx, name, written)
    await (await storage()).write(tx, written)
  },
  read: async (tx, ids) => (await storage()).read(tx, ids),
  derive: async (tx, cards) => (await storage()).derive?.(tx, cards),
})
