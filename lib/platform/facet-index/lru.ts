/**
 * A memoizing LRU cache. Not `lru-cache`: an entry may be null, and indexes make one of these for each query, which would
 * preallocate arrays each time.
 */
export const createLru = <Value>(maxEntries: number) => {
  const entries = new Map<string, Value>()
  return (key: string, compute: () => Value): Value => {
    const value = entries.has(key) ? entries.get(key)! : compute()
    // A Map iterates in insertion order, so reinserting moves the entry to the end.
    entries.delete(key)
    entries.set(key, value)
    if (entries.size > maxEntries) entries.delete(entries.keys().next().value!)
    return value
  }
}
