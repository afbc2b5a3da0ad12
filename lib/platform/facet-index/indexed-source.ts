import type { AnyFilter, Criterion } from '@/lib/platform/lists/filter'
import type { Values } from '@/lib/platform/lists/filters'
import { and, identifier, sql } from '@/lib/platform/database/sql'
import {
  type ListSource,
  type CollectionOptions,
  type Facets,
  MAX_OPTIONS,
  type CollectionSpec,
  optionsOf,
} from '@/lib/platform/lists/list-source'
import { type Page, readCursor, writeCursor } from '@/lib/platform/lists/read-cards'
import type { RecordBase } from '@/lib/platform/publishing/record-type'
import type { Dimension } from './dimension'
import type { Bitset } from './bitset'
import { formatId, parseId } from './record-ids'
import { createLru } from '@/lib/platform/caching/lru'
import { type Segment, compareRows, criterionKey } from './segment'
import { dimensionKey, orderKey } from './plan'
import { chunksOf } from './chunks'
import { type SegmentCounts, topCounts } from './top-counts'

/** Cached facets, each with a few hundred options at most. */
const MAX_CACHED_FACETS = 500

type CardRow = { id: string; card: RecordBase; key: string | null; updated: number }

/**
 * A list source over a fixed set of segments. A method returns null when it can't give the same answer as SQL; the caller
 * then falls back to SQL.
 */
export const createIndexedSource = (
  segments: readonly Segment[],
  { table, filters, sorts }: CollectionSpec,
  isCurrent: () => boolean,
): ListSource => {
  /** The matching rows of each segment. */
  const matching = (criteria: readonly Criterion[] | null, candidates: readonly Bitset[] | null): Bitset[] | null => {
    const sets = criteria && candidates && segments.map((segment, i) => segment.matching(criteria, candidates[i]!))
    return sets?.every((set) => set !== null) ? (sets as Bitset[]) : null
  }

  /** The rows that meet the conditions which only SQL resolves (text search, a past day): one query for their ids. */
  const sqlCandidates = async (values: Values): Promise<Bitset[] | null> => {
    const conditions = filters.resolvedBySql(values)
    if (!conditions.length) return segments.map(({ live }) => live)
    const [row] = await sql`SELECT string_agg(id, '') AS ids FROM ${identifier(table)} WHERE ${and(conditions)}`.rows<{
      ids: string | null
    }>()
    return isCurrent() ? segments.map((segment) => segment.rowsOf(row?.ids ?? '')) : null
  }

  const isRanked = (values: Values) => filters.entries.some(([key, { rank }]) => rank && values[key] !== undefined)

  const list = async (options: CollectionOptions = {}): Promise<Page<RecordBase> | null> => {
    const { sort = '', filters: values = {}, after, size = 25 } = options
    if (isRanked(values)) return null
    const sets = matching(filters.criteria(values), await sqlCandidates(values))
    const order = Object.hasOwn(sorts, sort) ? sorts[sort] : Object.values(sorts)[0]
    if (!sets || !order) return null
    const cursor = readCursor(after)
    const start = cursor && ID.test(cursor.id) ? findRecord(segments, cursor.id) : null
    if (cursor && !start) return null
    const positions = segments
      .flatMap((segment, i) => segment.firstRows(sets[i]!, orderKey(order), start, size + 1))
      .toSorted((a, b) => compareRows(a, b, order.column, order.descending))
    const page = positions.slice(0, size)
    const needed = [...page, ...(start ? [start] : [])]
    const rows = await sql`SELECT id, card, ${identifier(order.column)}::text AS key,
        (extract(epoch FROM updated_at) * 1000000)::float8 AS updated
      FROM ${identifier(table)}
      WHERE id = ANY(${needed.map(({ segment, row }) => formatId(segment.ids[row]!))})`.rows<CardRow>({
      rawJson: options.rawJson ?? false,
      prepared: true,
    })
    const byId = new Map(rows.map((row) => [row.id, row]))
    const cards = needed.map(({ segment, row }) => byId.get(formatId(segment.ids[row]!)))
    // A record that was withdrawn or republished since the segment was built may not belong on this page any more.
    for (const [i, { segment, row }] of needed.entries())
      if (cards[i]?.updated !== (segment.sortKeys('updated_at') as Float64Array)[row]) return null
    if (cursor && byId.get(cursor.id)!.key !== cursor.key) return null
    const last = cards[page.length - 1]
    return {
      rows: cards.slice(0, page.length).map((row) => row!.card),
      total: totalOf(sets),
      next: positions.length > size && last ? writeCursor({ key: last.key, id: last.id }) : null,
    }
  }

  // With conditions that only SQL resolves, one COUNT in SQL is cheaper than reading all matching ids.
  const count = async (values: Values): Promise<number | null> => {
    if (filters.resolvedBySql(values).length) return null
    const sets = matching(filters.criteria(values), await sqlCandidates(values))
    return sets && totalOf(sets)
  }

  /** Rows per code of a dimension: precomputed when `criteria` allow it, else counted over the matching rows. */
  const countCodes = (
    key: string,
    selected: readonly string[],
    criteria: readonly Criterion[] | null,
    matchingRows: () => Bitset[] | null,
  ): ReadonlyMap<string, number> | null => {
    const counted: SegmentCounts[] = []
    for (const [i, segment] of segments.entries()) {
      const dimension = segment.dimension(key)
      const counts =
        dimension &&
        ((criteria && segment.precomputedCounts(criteria, key)) ?? countRows(dimension, matchingRows()?.[i]))
      if (!counts) return null
      counted.push({ dimension, counts })
    }
    return topCounts(counted, selected, MAX_OPTIONS)
  }

  // The source is replaced whenever a segment changes, so entries never go stale.
  const cachedFacets = createLru<ReadonlyMap<string, number> | null>(MAX_CACHED_FACETS)

  const facets = async (values: Values = {}): Promise<Facets | null> => {
    const result: Facets = {}
    const candidates = await sqlCandidates(values)
    const cachedRows = createLru<Bitset[] | null>(filters.entries.length)
    const isIndexedOnly = !filters.resolvedBySql(values).length
    const all = keyedCriteria(filters.criteria(values))
    for (const [key, filter] of filters.entries) {
      const value = values[key]
      const dimension = countedDimension(filter, value)
      if (!dimension) continue
      const keepsOwnValue = (value === undefined && !filter.defaultCondition) || filter.isConjunctive?.(value)
      const { criteria, criteriaKey } = keepsOwnValue ? all : keyedCriteria(filters.criteria(values, key))
      const selected = filter.codes(value)
      const rows = () => cachedRows(criteriaKey, () => matching(criteria, candidates))
      const countOptions = () => countCodes(dimension, selected, isIndexedOnly ? criteria : null, rows)
      const counts = isIndexedOnly
        ? cachedFacets(JSON.stringify([dimension, selected, criteriaKey]), countOptions)
        : countOptions()
      if (!counts) return null
      result[key] = optionsOf(filter, value, counts)
    }
    return result
  }

  return { list, count, facets, chunks: async (size) => chunksOf(segments, size) }
}

/** The dimension whose codes are the options of a filter; null for a filter without options. */
const countedDimension = (filter: AnyFilter, value: unknown): string | null => {
  const facet = filter.facet?.(value)
  const dimension = facet ? { facet } : filter.control.kind === 'flag' ? filter.criteria?.(true).dimension : null
  return dimension ? dimensionKey(dimension) : null
}

const countRows = (dimension: Dimension, rows: Bitset | undefined): Int32Array | null =>
  rows ? dimension.countByCode(rows) : null

const totalOf = (sets: readonly Bitset[]): number => sets.reduce((sum, set) => sum + set.count(), 0)

const ID = /^[0-9a-z]{10}$/

const keyedCriteria = (criteria: readonly Criterion[] | null) => ({
  criteria,
  criteriaKey: criteria?.map(criterionKey).join(' ') ?? '',
})

const findRecord = (segments: readonly Segment[], id: string) => {
  for (const segment of segments) {
    const position = segment.find(parseId(id))
    if (position) return position
  }
  return null
}
