import { boundaryOf } from '@/lib/platform/lists/date-filters'
import type { Criterion } from '@/lib/platform/lists/filter'
import { Dimension } from './dimension'
import { Bitset } from './bitset'
import { findRow, parseId } from './record-ids'
import { createLru } from '@/lib/platform/caching/lru'
import { type PackedSegment, type SortKeys, rowsOfIds } from './build-segment'
import { dimensionKey } from './plan'
import { bytesAt, compareBytes } from './packed-text'
import { countsFromTriples } from './triple-counts'

/** Cached bitsets of criteria: a page, its count and its facets use the same ones. */
const MAX_CACHED_CRITERIA = 48
/** Sets with at most this many rows are sorted. In larger ones, a scan along the precomputed order soon finds enough. */
const MAX_SORTED_ROWS = 500

/** A row of a segment. */
export type RowPosition = { segment: Segment; row: number }

/**
 * An immutable snapshot of records with their dimensions and sort orders. Only `live` changes: it loses the rows that a
 * newer segment replaces or that were withdrawn.
 */
export class Segment {
  readonly ids: Float64Array
  readonly size: number
  readonly live: Bitset
  readonly #dimensions: ReadonlyMap<string, Dimension>
  readonly #cached = createLru<Bitset>(MAX_CACHED_CRITERIA)

  constructor(private readonly packed: PackedSegment) {
    this.ids = packed.ids
    this.size = packed.ids.length
    this.live = Bitset.full(this.size)
    this.#dimensions = new Map(
      [...packed.dimensions].map(([key, dimension]) => [key, new Dimension(dimension, this.size)]),
    )
  }

  /** Marks records as deleted in this segment. */
  delete(ids: readonly string[]): void {
    for (const id of ids) {
      const row = findRow(this.ids, parseId(id))
      if (row >= 0) this.live.remove(row)
    }
  }

  find(id: number): RowPosition | null {
    const row = findRow(this.ids, id)
    return row >= 0 && this.live.has(row) ? { segment: this, row } : null
  }

  dimension(key: string): Dimension | undefined {
    return this.#dimensions.get(key)
  }

  /** The live rows of concatenated ids. */
  rowsOf(ids: string): Bitset {
    return new Bitset(this.size).add(rowsOfIds(ids, this.ids)).and(this.live)
  }

  /** The candidates that meet all criteria; null when a criterion's dimension is not indexed. */
  matching(criteria: readonly Criterion[], candidates: Bitset = this.live): Bitset | null {
    const sets = criteria.map((criterion) => this.#rowsMeeting(criterion))
    return sets.every((set) => set !== null) ? Bitset.intersection([candidates, ...sets]) : null
  }

  /** Looks up the counts per code of a dimension under some criteria; null when they are not precomputed. */
  precomputedCounts(criteria: readonly Criterion[], key: string): Int32Array | null {
    const { tripleCounts } = this.packed
    const counts = tripleCounts && countsFromTriples(tripleCounts, this.#dimensions, criteria, key)
    if (!counts || this.live.count() === this.size) return counts ?? null
    const deletedMatches = this.matching(criteria, this.live.complement())!
    const deleted = this.#dimensions.get(key)!.countByCode(deletedMatches)
    return counts.map((count, code) => count - deleted[code]!)
  }

  #rowsMeeting(criterion: Criterion): Bitset | null {
    const dimension = this.#dimensions.get(dimensionKey(criterion.dimension))
    if (!dimension) return null
    return this.#cached(criterionKey(criterion), () => {
      if (criterion.range)
        return dimension.rowsWithAny(dimension.daysIn(...daysOf(criterion), criterion.range.possible))
      const codes = (criterion.codes ?? ['yes']).map((code) => dimension.indexOf(code))
      if (!criterion.matchAll) return dimension.rowsWithAny(codes)
      return Bitset.intersection(codes.map((code) => dimension.rowsWithAny([code])))
    })
  }

  /** The first rows of a set in an order, after a position where one is given. */
  firstRows(set: Bitset, order: string, after: RowPosition | null, limit: number): RowPosition[] {
    const { rows, descending, column } = this.packed.orders.get(order)!
    const position = (row: number): RowPosition => ({ segment: this, row })
    const isAfter = (row: number) => !after || compareRows(position(row), after, column, descending) > 0
    if (set.count() <= MAX_SORTED_ROWS) {
      const keys = this.sortKeys(column)
      // Row numbers follow the ids, so they break ties.
      const sorted = set.members().toSorted((a, b) => compareKeys(keys, a, keys, b, descending) || a - b)
      return Array.from((after ? sorted.filter(isAfter) : sorted).subarray(0, limit), position)
    }
    let [low, high] = [0, rows.length]
    while (after && low < high) {
      const middle = (low + high) >>> 1
      if (isAfter(rows[middle]!)) high = middle
      else low = middle + 1
    }
    const positions: RowPosition[] = []
    for (let i = low; i < rows.length && positions.length < limit; i++)
      if (set.has(rows[i]!)) positions.push(position(rows[i]!))
    return positions
  }

  sortKeys(column: string): SortKeys {
    return this.packed.sortKeys.get(column)!
  }
}

export const criterionKey = ({ dimension, codes, matchAll, range }: Criterion): string =>
  `${dimensionKey(dimension)} ${matchAll ? 'all' : 'any'} ${JSON.stringify(range ?? codes ?? null)}`

const MS_PER_DAY = 86_400_000

const daysOf = ({ range }: Criterion): [first: number, last: number] => [
  range?.from ? Date.parse(boundaryOf(range.from, 'first')!) / MS_PER_DAY : -Infinity,
  range?.to ? Date.parse(boundaryOf(range.to, 'last')!) / MS_PER_DAY : Infinity,
]

/** Compares rows of any two segments by a column, NULLs last, ties by id: the order of the SQL lists. */
export const compareRows = (a: RowPosition, b: RowPosition, column: string, descending: boolean): number => {
  const byKey = compareKeys(a.segment.sortKeys(column), a.row, b.segment.sortKeys(column), b.row, descending)
  return byKey || a.segment.ids[a.row]! - b.segment.ids[b.row]!
}

const compareKeys = (a: SortKeys, rowA: number, b: SortKeys, rowB: number, descending: boolean): number => {
  if (a instanceof Float64Array) {
    const [x, y] = [a[rowA]!, (b as Float64Array)[rowB]!]
    if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y))
    return descending ? y - x : x - y
  }
  const [x, y] = [bytesAt(a, rowA), bytesAt(b as Exclude<SortKeys, Float64Array>, rowB)]
  // FF never starts UTF-8 text; it stands for NULL.
  if (x[0] === 0xff || y[0] === 0xff) return Number(x[0] === 0xff) - Number(y[0] === 0xff)
  return descending ? compareBytes(y, x) : compareBytes(x, y)
}
