import { edgeOf } from '@/lib/platform/lists/date-filters'
import type { Ask } from '@/lib/platform/lists/filter'
import { Axis } from './dimension'
import { Bits } from './bitset'
import { idAt, rowOf } from './ids'
import { latest } from './lru'
import { type Keys, type Packed, rowsOf } from './build-segment'
import { axisKey } from './plan'
import { bytesAt, compareBytes } from './packed-text'
import { countedTogether } from './triple-counts'

/** Answers that are kept, because pages, counts and options ask the same again. */
const KEPT = 48
/** Fewer rows than these are put in order by themselves; more are met soon enough on a walk along the whole order. */
const SPARSE = 500

/** A row of a layer. */
export type Place = { layer: Layer; row: number }

/** Packed records as they were read at one moment, without those that a later layer has anew. */
export class Layer {
  readonly ids: Float64Array
  readonly size: number
  readonly alive: Bits
  readonly #axes: ReadonlyMap<string, Axis>
  readonly #keep = latest<Bits>(KEPT)

  constructor(private readonly packed: Packed) {
    this.ids = packed.ids
    this.size = packed.ids.length
    this.alive = Bits.full(this.size)
    this.#axes = new Map([...packed.axes].map(([key, axis]) => [key, new Axis(axis, this.size)]))
  }

  /** Leaves out records, which were read anew or are gone. */
  mask(ids: readonly string[]): void {
    for (const id of ids) {
      const row = rowOf(this.ids, idAt(id, 0))
      if (row >= 0) this.alive.remove(row)
    }
  }

  find(id: number): Place | null {
    const row = rowOf(this.ids, id)
    return row >= 0 && this.alive.has(row) ? { layer: this, row } : null
  }

  axis(key: string): Axis | undefined {
    return this.#axes.get(key)
  }

  /** The rows with these ids, which are written one after another. */
  having(ids: string): Bits {
    return new Bits(this.size).add(rowsOf(ids, this.ids)).keep(this.alive)
  }

  /** Those of some rows that meet all that is asked; null when something is asked that nobody packed. */
  meeting(asks: readonly Ask[], among: Bits = this.alive): Bits | null {
    const sets = asks.map((ask) => this.#meets(ask))
    return sets.every((set) => set !== null) ? Bits.common([among, ...sets]) : null
  }

  /** How many of those that meet all that is asked have each option of an axis, where that was counted beforehand. */
  counted(asks: readonly Ask[], key: string): Int32Array | null {
    const { together } = this.packed
    const counts = together && countedTogether(together, this.#axes, asks, key)
    if (!counts || this.alive.count() === this.size) return counts ?? null
    const left = this.#axes.get(key)!.counts(this.meeting(asks, this.alive.rest())!)
    return counts.map((count, code) => count - left[code]!)
  }

  /** The rows with a date of a precision that shares a day with the span. */
  dated(ask: Ask, precision: string): Bits {
    return this.#keep(`${precision} ${askKey(ask)}`, () => {
      const axis = this.#axes.get(axisKey(ask.axis))!
      return axis.any(axis.overlapping(...daysOf(ask), precision))
    })
  }

  #meets(ask: Ask): Bits | null {
    const axis = this.#axes.get(axisKey(ask.axis))
    if (!axis) return null
    return this.#keep(askKey(ask), () => {
      if (ask.span) return axis.any(axis.overlapping(...daysOf(ask)))
      const codes = (ask.codes ?? ['yes']).map((code) => axis.find(code))
      if (!ask.every) return axis.any(codes)
      return Bits.common(codes.map((code) => axis.any([code])))
    })
  }

  /** The first of the rows in an order, after a place where one is given. */
  first(set: Bits, order: string, after: Place | null, most: number): Place[] {
    const { rows, descending, column } = this.packed.orders.get(order)!
    const place = (row: number): Place => ({ layer: this, row })
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
    const found: Place[] = []
    for (let at = from; at < rows.length && found.length < most; at++)
      if (set.has(rows[at]!)) found.push(place(rows[at]!))
    return found
  }

  /** What rows of a column are sorted by. */
  keys(column: string): Keys {
    return this.packed.keys.get(column)!
  }
}

export const askKey = ({ axis, codes, every, span }: Ask): string =>
  `${axisKey(axis)} ${every ? 'every' : 'any'} ${JSON.stringify(span ?? codes ?? null)}`

const DAY = 86_400_000

const daysOf = ({ span }: Ask): [first: number, last: number] => [
  span?.from ? Date.parse(edgeOf(span.from, 'first')!) / DAY : -Infinity,
  span?.to ? Date.parse(edgeOf(span.to, 'last')!) / DAY : Infinity,
]

/** Which of two rows, of any layers, comes first in an order: those without a value are last, equal ones go by id. */
export const compare = (a: Place, b: Place, order: string, descending: boolean): number => {
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
