import type { Dimension } from './dimension'

export type Counted = { axis: Dimension; counts: Int32Array }
type Option = { code: string; count: number; at: number }

/** The options with the most rows over all layers, and those asked for; equally many go by their codes. */
export const topCounts = ([base, ...later]: readonly Counted[], asked: readonly string[], most: number) => {
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
  const places = new Set([...largest(counts, most), ...asked.map((code) => axis.find(code))])
  const own = [...places]
    .filter((at) => counts[at]! > 0)
    .toSorted((a, b) => counts[b]! - counts[a]! || a - b)
    .map((at): Option => ({ code: axis.code(at), count: counts[at]!, at }))
  const top = others.size
    ? [...own, ...Array.from(others, ([code, count]) => ({ code, count, at: -1 }))].toSorted(order)
    : own
  const given = new Set(asked)
  let type = most - top.filter(({ code }) => given.has(code)).length
  return new Map(
    top.filter(({ code }) => given.has(code) || type-- > 0).map(({ code, count }): [string, number] => [code, count]),
  )
}

/** Codes of the first layer stand in the order of their bytes. */
const order = (a: Option, b: Option): number =>
  b.count - a.count || (a.at >= 0 && b.at >= 0 ? a.at - b.at : Buffer.from(a.code).compare(Buffer.from(b.code)))

/** Where the largest counts stand; of equal ones those that come first. */
const largest = (counts: Int32Array, most: number): number[] => {
  const some = counted(counts)
  if (some.length <= most) return some
  let max = 0
  for (let at = 0; at < some.length; at++) max = Math.max(max, counts[some[at]!]!)
  // How many options have each count: to sort them would take longer.
  const having = new Int32Array(max + 1)
  for (let at = 0; at < some.length; at++) having[counts[some[at]!]!]!++
  let [least, equal] = [max, most]
  while (having[least]! < equal) equal -= having[least--]!
  return some.filter((at) => counts[at]! > least || (counts[at] === least && equal-- > 0))
}

/** Where anything was counted. */
const counted = (counts: Int32Array): number[] => {
  const found: number[] = []
  for (let at = 0; at < counts.length; at++) if (counts[at] !== 0) found.push(at)
  return found
}
