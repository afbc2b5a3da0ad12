import type { Axis } from './axis'

type Counted = { axis: Axis; counts: Int32Array }

/** The options with the most rows over all layers, and those asked for; equally many go by their codes. */
export const topOf = ([base, ...later]: readonly Counted[], asked: readonly string[], most: number) => {
  const { axis, counts } = base!
  const others = new Map<string, number>()
  for (const layer of later)
    for (const [at, count] of layer.counts.entries()) {
      if (!count) continue
      const code = layer.axis.code(at)
      const known = axis.find(code)
      if (known >= 0) counts[known]! += count
      else others.set(code, (others.get(code) ?? 0) + count)
    }
  const top = new Map(others)
  for (const at of [...largest(counts, most), ...asked.map((code) => axis.find(code))])
    if (at >= 0 && counts[at]! > 0) top.set(axis.code(at), counts[at]!)
  const given = new Set(asked)
  const first = [...top].toSorted(
    ([a, one], [b, other]) => Number(given.has(b)) - Number(given.has(a)) || other - one || byBytes(a, b),
  )
  return new Map(first.slice(0, most).toSorted(([a, one], [b, other]) => other - one || byBytes(a, b)))
}

const byBytes = (a: string, b: string): number => Buffer.from(a).compare(Buffer.from(b))

/** Where the largest counts stand; of equal ones those that come first. */
const largest = (counts: Int32Array, most: number): number[] => {
  const some = counts.filter((count) => count > 0)
  const least = some.length > most ? some.sort()[some.length - most]! : 1
  const above = some.reduce((sum, count) => sum + Number(count > least), 0)
  const found: number[] = []
  let equal = most - above
  for (let at = 0; at < counts.length; at++)
    if (counts[at]! > least || (counts[at] === least && equal-- > 0)) found.push(at)
  return found
}
