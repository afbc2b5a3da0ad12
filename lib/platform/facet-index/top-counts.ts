import type { Dimension } from './dimension'

/** The counts of one segment, by the code numbers of its dimension. */
export type SegmentCounts = { dimension: Dimension; counts: Int32Array }
type CodeCount = { code: string; count: number; index: number }

/**
 * Adds up the counts of all segments and returns the codes with the highest counts, plus the selected ones, highest first.
 * Ties go by code. Codes without rows are left out.
 */
export const topCounts = (
  [base, ...deltas]: readonly SegmentCounts[],
  selected: readonly string[],
  limit: number,
): Map<string, number> => {
  const { dimension, counts } = base!
  const deltaOnly = new Map<string, number>()
  for (const delta of deltas)
    for (const [i, count] of delta.counts.entries()) {
      if (!count) continue
      const code = delta.dimension.codeAt(i)
      const index = dimension.indexOf(code)
      if (index >= 0) counts[index]! += count
      else deltaOnly.set(code, (deltaOnly.get(code) ?? 0) + count)
    }
  const indexes = new Set([...indexesOfLargest(counts, limit), ...selected.map((code) => dimension.indexOf(code))])
  const inBase = [...indexes]
    .filter((index) => counts[index]! > 0)
    .toSorted((a, b) => counts[b]! - counts[a]! || a - b)
    .map((index): CodeCount => ({ code: dimension.codeAt(index), count: counts[index]!, index }))
  const sorted = deltaOnly.size
    ? [...inBase, ...Array.from(deltaOnly, ([code, count]) => ({ code, count, index: -1 }))].toSorted(byCountThenCode)
    : inBase
  const isSelected = new Set(selected)
  let remaining = limit - sorted.filter(({ code }) => isSelected.has(code)).length
  return new Map(
    sorted
      .filter(({ code }) => isSelected.has(code) || remaining-- > 0)
      .map(({ code, count }): [string, number] => [code, count]),
  )
}

/** Codes of the base segment are numbered in byte order, so their numbers can be compared instead. */
const byCountThenCode = (a: CodeCount, b: CodeCount): number =>
  b.count - a.count ||
  (a.index >= 0 && b.index >= 0 ? a.index - b.index : Buffer.from(a.code).compare(Buffer.from(b.code)))

/** The indexes of the largest counts; of equal counts, the first ones. */
const indexesOfLargest = (counts: Int32Array, limit: number): number[] => {
  const nonZero = indexesOfNonZero(counts)
  if (nonZero.length <= limit) return nonZero
  let max = 0
  for (const index of nonZero) max = Math.max(max, counts[index]!)
  // Counting sort to find the threshold: faster than sorting all codes.
  const frequency = new Int32Array(max + 1)
  for (const index of nonZero) frequency[counts[index]!]!++
  let [threshold, ties] = [max, limit]
  while (frequency[threshold]! < ties) ties -= frequency[threshold--]!
  return nonZero.filter((index) => counts[index]! > threshold || (counts[index] === threshold && ties-- > 0))
}

const indexesOfNonZero = (counts: Int32Array): number[] => {
  const indexes: number[] = []
  for (let i = 0; i < counts.length; i++) if (counts[i] !== 0) indexes.push(i)
  return indexes
}
