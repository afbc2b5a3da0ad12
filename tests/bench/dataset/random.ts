/** A seeded pseudorandom number generator (mulberry32): the same numbers in every run. */
export const randomFrom = (seed: number) => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const one = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!
  return {
    one,
    /** An integer from 0 up to but not including `end`. */
    below: (end: number) => Math.floor(next() * end),
    chance: (share: number) => next() < share,
    /** An item of a list. Earlier items are more likely, the more so the higher the power. */
    skewed: <T>(list: readonly T[], power = 3): T => list[Math.floor(list.length * next() ** power)]!,
    /** Several distinct items. */
    some: <T>(list: readonly T[], count: number): T[] => {
      const chosen = new Set<T>()
      while (chosen.size < Math.min(count, list.length)) chosen.add(one(list))
      return [...chosen]
    },
    /** A key, with a probability proportional to its weight. */
    weighted: <K extends string>(weights: Readonly<Record<K, number>>): K => {
      const entries = Object.entries<number>(weights) as [K, number][]
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      return (entries.find(([, weight]) => (left -= weight) < 0) ?? entries[0]!)[0]
    },
  }
}

export type Random = ReturnType<typeof randomFrom>
