import { currentPublicRequestStart } from '@/lib/platform/request-context/request-context'

type State = { canInvalidate: boolean; emptied: number; memories: Set<Map<string, unknown>> }

// On globalThis, because Next bundles this file more than once, and the server outside Next invalidates it.
const store = globalThis as typeof globalThis & { __localRecordKept?: State }
const state = (store.__localRecordKept ??= { canInvalidate: false, emptied: 0, memories: new Set() })

/** How long what was read is good for when nothing is published, in milliseconds. */
const AGE = 60_000

const empty = () => {
  state.emptied = performance.now()
  for (const memory of state.memories) memory.clear()
}

/** For the listener: what is kept is forgotten when something is published; nothing is kept while nobody would tell. */
export const queryCache = {
  invalidate: empty,
  setInvalidationAvailable: (isAvailable: boolean) => {
    state.canInvalidate = isAvailable
    empty()
  },
}

/**
 * Remembers what was read for a public page until something is published, by its key: at most so many values. A request
 * that began before the last publication may have read what was there before, so nothing of it is kept.
 */
export const cachedByKey = <Value>(most: number, read: (keys: string[]) => Promise<ReadonlyMap<string, Value>>) => {
  const memory = new Map<string, Value>()
  state.memories.add(memory)
  return async (keys: readonly string[]): Promise<ReadonlyMap<string, Value>> => {
    const since = currentPublicRequestStart()
    if (since === undefined || !state.canInvalidate) return read([...keys])
    if (performance.now() - state.emptied > AGE) empty()
    const known = new Map<string, Value>()
    for (const key of keys) if (memory.has(key)) known.set(key, memory.get(key)!)
    const missing = keys.filter((key) => !known.has(key))
    if (missing.length === 0) return known
    const found = await read(missing)
    if (memory.size + found.size > most) memory.clear()
    const keeps = since > state.emptied && state.canInvalidate
    for (const [key, value] of found) {
      known.set(key, value)
      if (keeps) memory.set(key, value)
    }
    return known
  }
}

/** The same for something that there is only one of. */
export const cachedValue = <Value>(read: () => Promise<Value>): (() => Promise<Value>) => {
  const values = cachedByKey(1, async ([only]) => new Map([[only!, await read()]]))
  return async () => (await values(['it'])).get('it')!
}
