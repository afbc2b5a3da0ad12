import type { Criterion } from '@/lib/platform/lists/filter'
import { Dimension } from './dimension'
import { Bitset } from './bitset'
import { type PackedSegment, forwardIndex } from './build-segment'
import { dimensionKey } from './plan'

/** For every three codes of low-cardinality dimensions, the number of rows that have all three under the default conditions. */
export type PackedTripleCounts = {
  /** The number of each dimension's first code: codes are numbered across dimensions. */
  offsets: ReadonlyMap<string, number>
  /** The dimensions of the default conditions. */
  defaultDimensions: readonly string[]
  counts: Int32Array
}

/** At most this many codes per dimension and over all dimensions, which limits the table to two megabytes. */
const [MAX_CODES, MAX_CODES_TOTAL] = [64, 150]

/** Counts all triples. A repeated number reduces a triple to a pair or to a single code. */
export const buildTripleCounts = (
  { ids, dimensions }: PackedSegment,
  defaultDimensions: readonly string[],
): PackedTripleCounts => {
  const size = ids.length
  const byKey = new Map([...dimensions].map(([key, packed]) => [key, new Dimension(packed, size)]))
  const defaults = defaultDimensions.map((key) => byKey.get(key)!.rowsWithAny([0]))
  const included = Bitset.intersection([Bitset.full(size), ...defaults])
  const offsets = new Map<string, number>()
  const postings: Int32Array[] = []
  for (const [key, dimension] of byKey) {
    if (dimension.codeCount > MAX_CODES || postings.length + dimension.codeCount > MAX_CODES_TOTAL) continue
    offsets.set(key, postings.length)
    for (let code = 0; code < dimension.codeCount; code++)
      postings.push(dimension.rowsWithAny([code]).and(included).members())
  }
  const counts = new Int32Array(new SharedArrayBuffer(tripleIndex(0, 0, postings.length) * 4))
  const { starts, codes } = forwardIndex(postings, size)
  for (let row = 0; row < size; row++)
    for (let c = starts[row]!; c < starts[row + 1]!; c++)
      for (let b = starts[row]!; b <= c; b++) {
        const pair = tripleIndex(0, codes[b]!, codes[c]!)
        for (let a = starts[row]!; a <= b; a++) counts[pair + codes[a]!]!++
      }
  return { offsets, defaultDimensions, counts }
}

/** The position of a triple a <= b <= c in the table (combinatorial number system with repetition). */
const tripleIndex = (a: number, b: number, c: number): number => (c * (c + 1) * (c + 2)) / 6 + (b * (b + 1)) / 2 + a

/**
 * The number of rows per code of a dimension under some criteria. Null when the table can't answer: more than two
 * criteria besides the default conditions, a missing default condition, or a dimension with too many codes.
 */
export const countsFromTriples = (
  { offsets, defaultDimensions, counts }: PackedTripleCounts,
  dimensions: ReadonlyMap<string, Dimension>,
  criteria: readonly Criterion[],
  key: string,
): Int32Array | null => {
  const offset = offsets.get(key)
  const keyed = criteria.map((criterion) => ({ criterion, key: dimensionKey(criterion.dimension) }))
  const others = keyed.filter((one) => one.criterion.codes || !defaultDimensions.includes(one.key))
  if (offset === undefined || others.length > 2 || keyed.length - others.length < defaultDimensions.length) return null
  const numbers = others.map(({ criterion: { codes = ['yes'], range }, key: otherKey }) => {
    const start = offsets.get(otherKey)
    if (start === undefined || range || codes.length !== 1) return null
    const code = dimensions.get(otherKey)!.indexOf(codes[0]!)
    return code < 0 ? -1 : start + code
  })
  if (numbers.includes(null)) return null
  return Int32Array.from({ length: dimensions.get(key)!.codeCount }, (_, code) => {
    const own = offset + code
    const [a, b, c] = [...(numbers as number[]), own, own, own].slice(0, 3).toSorted((x, y) => x - y)
    return a! < 0 ? 0 : counts[tripleIndex(a!, b!, c!)]!
  })
}
