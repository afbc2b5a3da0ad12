import { boundaryOf } from '@/lib/platform/lists/date-filters'
import type { Criterion } from '@/lib/platform/lists/filter'
import { Dimension } from './dimension'
import { Bitset } from './bitset'
import { idAt, rowOf } from './ids'
import { createLru } from './lru'
import { type Keys, type PackedSegment, rowsOf } from './build-segment'
import { dimensionKey } from './plan'
import { bytesAt, compareBytes } from './packed-text'
import { countsFromTriples } from './triple-counts'

/** Answers that are kept, because pages, counts and options ask the same again. */
const KEPT = 48
/** Fewer rows than these are put in order by themselves; more are met soon enough on a walk along the whole order. */
const SPARSE = 500

/** A row of a layer. */
export type RowPosition = { layer: Segment; row: number }

/** Packed records as they were read at one moment, without those that a later layer has anew. */
export class Segment {
  readonly ids: Float64Array
  readonly size: number
  readonly alive: Bitset
  readonly #axes: ReadonlyMap<string, Dimension>
  readonly #keep = createLru<Bitset>(KEPT)

  constructor(private readonly packed: PackedSegment) {
    this.ids = packed.ids
    this.size = packed.ids.length
    this.alive = Bitset.full(this.size)
    this.#axes = new Map([...packed.axes].map(([key, axis]) => [key, new Dimension(axis, this.size)]))
  }

  /** Leaves out records, which were read anew or are gone. */
  mask(ids: readonly string[]): void {
    for (const id of ids) {
      const row = rowOf(this.ids, idAt(id, 0))
      if (row >= 0) this.alive.remove(row)
    }
  }

  find(id: number): RowPosition | null {
    const row = rowOf(this.ids, id)
    return row >= 0 && this.alive.has(row) ? { layer: this, row } : null
  }

  axis(key: string): Dimension | undefined {
    return this.#axes.get(key)
  }

  /** The rows with these ids, which are written one after another. */
  having(ids: string): Bitset {
    return new Bitset(this.size).add(rowsOf(ids, this.ids)).keep(this.alive)
  }

  /** Those of some rows that meet all that is asked; null when something is asked that nobody packed. */
  meeting(asks: readonly Criterion[], among: Bitset = this.alive): Bitset | null {
    const sets = asks.map((ask) => this.#meets(ask))
    return sets.every((set) => set !== null) ? Bitset.common([among, ...sets]) : null
  }

  /** How many of those that meet all that is asked have each option of an axis, where that was counted beforehand. */
  counted(asks: readonly Criterion[], key: string): Int32Array | null {
    const { together } = this.packed
    const counts = together && countsFromTriples(together, this.#axes, asks, key)
    if (!counts || this.alive.count() === this.size) return counts ?? null
    const left = this.#axes.get(key)!.counts(this.meeting(asks, this.alive.rest())!)
    return counts.map((count, code) => count - left[code]!)
  }

  /** The rows with a date of a precision that shares a day with the span. */
  dated(ask: Criterion, precision: string): Bitset {
    return this.#keep(`${precision} ${criterionKey(ask)}`, () => {
      const axis = this.#axes.get(dimensionKey(ask.dimension))!
      return axis.any(axis.overlapping(...daysOf(ask), precision))
    })
  }

  #meets(ask: Criterion): Bitset | null {
    const axis = this.#axes.get(dimensionKey(ask.dimension))
    if (!axis) return null
    return this.#keep(criterionKey(ask), () => {
      if (ask.span) return axis.any(axis.overlapping(...daysOf(ask)))
      const codes = (ask.codes ?? ['yes']).map((code) => axis.find(code))
      if (!ask.every) return axis.any(codes)
      return Bitset.common(codes.map((code) => axis.any([code])))
    })
  }

  /** The first of the rows in an order, after a place where one is given. */
  first(set: Bitset, order: string, after: RowPosition | null, most: number): RowPosition[] {
    const { rows, descending, column } = this.packed.orders.get(order)!
    const place = (row: number): RowPosition => ({ layer: this, row })
    const isAfter = (row: number) => !after || compare(place(row), after, order, descending) > 0
    if (set.count() <= SPARSE) {
      const keys = this.keys(column)
      // Rows are in the order of their ids.
      const inOrder = set.members().toSorted((a, b) => compareKeys(keys, a, keys, b, descending) || a - b)
      return Array.from((after ? inOrder.filter(isAfter) : inOrder).subarray(0, most), place)
    }
    let [from, to] = [0, rows.length]
    while (after && from < to) {
      const middle = (from + to) >>> 1
      if (isAfter(rows[middle]!)) to = middle
      else from = middle + 1
    }
    const found: RowPosition[] = []
    for (let at = from; at < rows.length && found.length < most; at++)
      if (set.has(rows[at]!)) found.push(place(rows[at]!))
    return found
  }

  /** What rows of a column are sorted by. */
  keys(column: string): Keys {
    return this.packed.keys.get(column)!
  }
}

export const criterionKey = ({ dimension: axis, codes, every, span }: Criterion): string =>
  `${dimensionKey(axis)} ${every ? 'every' : 'any'} ${JSON.stringify(span ?? codes ?? null)}`

const DAY = 86_400_000

const daysOf = ({ span }: Criterion): [first: number, last: number] => [
  span?.from ? Date.parse(boundaryOf(span.from, 'first')!) / DAY : -Infinity,
  span?.to ? Date.parse(boundaryOf(span.to, 'last')!) / DAY : Infinity,
]

/** Which of two rows, of any layers, comes first in an order: those without a value are last, equal ones go by id. */
export const compare = (a: RowPosition, b: RowPosition, order: string, descending: boolean): number => {
  const column = order.slice(0, order.indexOf(' '))
  const byKey = compareKeys(a.layer.keys(column), a.row, b.layer.keys(column), b.row, descending)
  return byKey || a.layer.ids[a.row]! - b.layer.ids[b.row]!
}

const compareKeys = (a: Keys, atA: number, b: Keys, atB: number, descending: boolean): number => {
  if (a instanceof Float64Array) {
    const [x, y] = [a[atA]!, (b as Float64Array)[atB]!]
    if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y))
    return descending ? y - x : x - y
  }
  const [x, y] = [bytesAt(a, atA), bytesAt(b as Exclude<Keys, Float64Array>, atB)]
  // FF, which begins no word, stands for none.
  if (x[0] === 0xff || y[0] === 0xff) return Number(x[0] === 0xff) - Number(y[0] === 0xff)
  return descending ? compareBytes(y, x) : compareBytes(x, y)
}
