/**
 * A memoizing LRU cache. Not `lru-cache`: an entry may be null, and indexes make one of these for each query, which would
 * preallocate arrays each time. A value under a longer key is not kept, because requests determine some keys.
 */
export const createLru = <Value>(maxEntries: number, maxKeyLength = 2_000) => {
  const entries = new Map<string, { key: string; value: Value }>()
  return (key: string, compute: () => Value): Value => {
    if (key.length > maxKeyLength) return compute()
    const entry = entries.get(key) ?? { key: flatCopy(key), value: compute() }
    // A Map iterates in insertion order, so reinserting moves the entry to the end.
    entries.delete(key)
    entries.set(entry.key, entry)
    if (entries.size > maxEntries) entries.delete(entries.keys().next().value!)
    return entry.value
  }
}

/** The same text on its own: V8 keeps the whole URL or header in memory as long as a part of it that was cut out. */
export const flatCopy = (text: string): string => JSON.parse(JSON.stringify(text)) as string
