/** Keeps so many of the values that were asked for last, each made once. */
export const createLru = <Value>(most: number) => {
  const kept = new Map<string, Value>()
  return (key: string, make: () => Value): Value => {
    const value = kept.has(key) ? kept.get(key)! : make()
    kept.delete(key)
    kept.set(key, value)
    if (kept.size > most) kept.delete(kept.keys().next().value!)
    return value
  }
}
