import type { Criterion } from '@/lib/platform/lists/filter'
import { Dimension } from './dimension'
import { Bitset } from './bitset'
import { type PackedSegment, byRow } from './build-segment'
import { dimensionKey } from './plan'

/** How many rows have any three options together, of axes with few options, among what a list shows before it is filtered. */
export type PackedTripleCounts = {
  /** The number of each axis's first option. */
  firsts: ReadonlyMap<string, number>
  /** What every list asks unless it says otherwise. */
  usual: readonly string[]
  counts: Int32Array
}

/** So many options at most, of one axis and of all of them: two megabytes for all threes. */
const [FEW, MOST] = [64, 150]

/** Counts all threes. A number that comes twice or three times stands for two options together, or for one alone. */
export const buildTripleCounts = ({ ids, axes }: PackedSegment, usual: readonly string[]): PackedTripleCounts => {
  const size = ids.length
  const all = new Map([...axes].map(([key, axis]) => [key, new Dimension(axis, size)]))
  const shown = Bitset.common([Bitset.full(size), ...usual.map((key) => all.get(key)!.any([0]))])
  const firsts = new Map<string, number>()
  const rows: Int32Array[] = []
  for (const [key, axis] of all) {
    if (axis.many > FEW || rows.length + axis.many > MOST) continue
    firsts.set(key, rows.length)
    for (let code = 0; code < axis.many; code++) rows.push(axis.any([code]).keep(shown).members())
  }
  const counts = new Int32Array(new SharedArrayBuffer(place(0, 0, rows.length) * 4))
  const { starts, codes } = byRow(rows, size)
  for (let row = 0; row < size; row++)
    for (let c = starts[row]!; c < starts[row + 1]!; c++)
      for (let b = starts[row]!; b <= c; b++) {
        const pair = place(0, codes[b]!, codes[c]!)
        for (let a = starts[row]!; a <= b; a++) counts[pair + codes[a]!]!++
      }
  return { firsts, usual, counts }
}

/** Where three numbers, the least first, are counted. */
const place = (a: number, b: number, c: number): number => (c * (c + 1) * (c + 2)) / 6 + (b * (b + 1)) / 2 + a

/**
 * How many of the rows that meet all that is asked have each option of an axis. Null where that was not counted: when more
 * than two options are asked for beside the usual, or of an axis with many.
 */
export const countsFromTriples = (
  { firsts, usual, counts }: PackedTripleCounts,
  axes: ReadonlyMap<string, Dimension>,
  asks: readonly Criterion[],
  key: string,
): Int32Array | null => {
  const first = firsts.get(key)
  const asked = asks.map((ask) => ({ ask, key: dimensionKey(ask.dimension) }))
  const others = asked.filter((one) => one.ask.codes || !usual.includes(one.key))
  if (first === undefined || others.length > 2 || asked.length - others.length < usual.length) return null
  const numbers = others.map(({ ask: { codes = ['yes'], span }, key: on }) => {
    const start = firsts.get(on)
    if (start === undefined || span || codes.length !== 1) return null
    const code = axes.get(on)!.find(codes[0]!)
    return code < 0 ? -1 : start + code
  })
  if (numbers.includes(null)) return null
  return Int32Array.from({ length: axes.get(key)!.many }, (_, code) => {
    const own = first + code
    const [a, b, c] = [...(numbers as number[]), own, own, own].slice(0, 3).toSorted((x, y) => x - y)
    return a! < 0 ? 0 : counts[place(a!, b!, c!)]!
  })
}
