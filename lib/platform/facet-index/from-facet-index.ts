import type { AnyFilter, Criterion } from '@/lib/platform/lists/filter'
import type { Values } from '@/lib/platform/lists/filters'
import { and, identifier, sql } from '@/lib/platform/database/sql'
import {
  type ListSource,
  type CollectionOptions,
  type Facets,
  type ImpreciseDateCounts,
  MAX_OPTIONS,
  type CollectionSpec,
  dateFilterSpan,
  optionsOf,
} from '@/lib/platform/lists/list-source'
import { type Page, readCursor, writeCursor } from '@/lib/platform/lists/read-cards'
import type { RecordBase } from '@/lib/platform/publishing/record-type'
import type { Dimension } from './dimension'
import type { Bitset } from './bitset'
import { idAt, idText } from './ids'
import { createLru } from './lru'
import { type Segment, criterionKey, compare } from './segment'
import { dimensionKey, orderKey } from './plan'
import { filterParts } from './parts'
import { type Counted, topCounts } from './top-counts'

/** So many counted filters are remembered, of which each has a few hundred options at most. */
const COUNTED = 500

type Shown = { id: string; card: RecordBase; key: string | null; updated: number }

/**
 * A list's answers from memory, as long as its layers are current. What can't be said there is null: the database is
 * asked then.
 */
export const createIndexedSource = (
  layers: readonly Segment[],
  { table, filters, sorts }: CollectionSpec,
  isCurrent: () => boolean,
): ListSource => {
  const meeting = (asks: readonly Criterion[] | null, among: readonly Bitset[] | null): Bitset[] | null => {
    const sets = asks && among && layers.map((layer, at) => layer.meeting(asks, among[at]!))
    return sets?.every((set) => set !== null) ? (sets as Bitset[]) : null
  }

  /** The rows that the database finds for words or a past day, asked once for all that is then counted among them. */
  const foundFor = async (values: Values): Promise<Bitset[] | null> => {
    const conditions = filters.resolvedBySql(values)
    if (!conditions.length) return layers.map(({ alive }) => alive)
    const [row] = await sql`SELECT string_agg(id, '') AS ids FROM ${identifier(table)} WHERE ${and(conditions)}`.rows<{
      ids: string | null
    }>()
    return isCurrent() ? layers.map((layer) => layer.having(row?.ids ?? '')) : null
  }

  const isRanked = (values: Values) => filters.entries.some(([key, { rank }]) => rank && values[key] !== undefined)

  const list = async (options: CollectionOptions = {}): Promise<Page<RecordBase> | null> => {
    const { sort = '', filters: values = {}, after, size = 25 } = options
    if (isRanked(values)) return null
    const sets = meeting(filters.criteria(values), await foundFor(values))
    const order = Object.hasOwn(sorts, sort) ? sorts[sort] : Object.values(sorts)[0]
    if (!sets || !order) return null
    const key = orderKey(order)
    const cursor = readCursor(after)
    const place = cursor && ID.test(cursor.id) ? findIn(layers, cursor.id) : null
    if (cursor && !place) return null
    const found = layers
      .flatMap((layer, at) => layer.first(sets[at]!, key, place, size + 1))
      .toSorted((a, b) => compare(a, b, key, order.descending))
    const page = found.slice(0, size)
    const wanted = [...page, ...(place ? [place] : [])]
    const rows = await sql`SELECT id, card, ${identifier(order.column)}::text AS key,
        (extract(epoch FROM updated_at) * 1000000)::float8 AS updated
      FROM ${identifier(table)} WHERE id = ANY(${wanted.map(({ layer, row }) => idText(layer.ids[row]!))})`.rows<Shown>(
      {
        rawJson: options.rawJson ?? false,
        prepared: true,
      },
    )
    const byId = new Map(rows.map((row) => [row.id, row]))
    const shown = wanted.map(({ layer, row }) => byId.get(idText(layer.ids[row]!)))
    // One that is gone, or was published anew in this moment, may not belong here any more.
    for (const [at, { layer, row }] of wanted.entries())
      if (shown[at]?.updated !== (layer.keys('updated_at') as Float64Array)[row]) return null
    if (cursor && byId.get(cursor.id)!.key !== cursor.key) return null
    const last = shown[page.length - 1]
    return {
      rows: shown.slice(0, page.length).map((row) => row!.card),
      total: total(sets),
      next: found.length > size && last ? writeCursor({ key: last.key, id: last.id }) : null,
    }
  }

  // Of what the database finds first, it counts once what memory would count after reading every id.
  const count = async (values: Values): Promise<number | null> => {
    if (filters.resolvedBySql(values).length) return null
    const sets = meeting(filters.criteria(values), await foundFor(values))
    return sets && total(sets)
  }

  /** How many rows have each option of an axis: as counted beforehand under what is asked, or of the rows found for it. */
  const optionCounts = (
    on: string,
    asked: readonly string[],
    asks: readonly Criterion[] | null,
    found: () => Bitset[] | null,
  ): ReadonlyMap<string, number> | null => {
    const counted: Counted[] = []
    for (const [at, layer] of layers.entries()) {
      const axis = layer.axis(on)
      const counts = axis && ((asks && layer.counted(asks, on)) ?? countsIn(axis, found()?.[at]))
      if (!counts) return null
      counted.push({ axis, counts })
    }
    return topCounts(counted, asked, MAX_OPTIONS)
  }

  // Readers begin with the same few filters. These layers never change, so what was counted stays true.
  const remembered = createLru<ReadonlyMap<string, number> | null>(COUNTED)

  const facets = async (values: Values = {}): Promise<Facets | null> => {
    const found: Facets = {}
    const among = await foundFor(values)
    const met = createLru<Bitset[] | null>(filters.entries.length)
    const isWhole = !filters.resolvedBySql(values).length
    const all = askedBy(filters.criteria(values))
    for (const [key, filter] of filters.entries) {
      const value = values[key]
      const on = countedAxis(filter, value)
      if (!on) continue
      const isAlone = (value === undefined && !filter.defaultCondition) || filter.isConjunctive?.(value)
      const { asks, said } = isAlone ? all : askedBy(filters.criteria(values, key))
      const codes = filter.codes(value)
      const rows = () => met(said, () => meeting(asks, among))
      const count = () => optionCounts(on, codes, isWhole ? asks : null, rows)
      const options = isWhole ? remembered(JSON.stringify([on, codes, said]), count) : count()
      if (!options) return null
      found[key] = optionsOf(filter, value, options)
    }
    return found
  }

  const inexact = async (values: Values): Promise<ImpreciseDateCounts | null> => {
    const none = { month: 0, year: 0, interval: 0 }
    const asked = dateFilterSpan(filters, values)
    if (!asked) return none
    const ask = asked.filter.criteria?.(asked.value)
    const sets = ask ? meeting(filters.criteria(values), await foundFor(values)) : null
    if (!ask || !sets) return null
    for (const [at, layer] of layers.entries()) {
      const rest = sets[at]!.drop(layer.dated(ask, 'day'))
      for (const precision of ['month', 'interval', 'year'] as const) {
        const dated = layer.dated(ask, precision)
        none[precision] += rest.shared(dated)
        rest.drop(dated)
      }
    }
    return none
  }

  return { list, count, facets, inexact, parts: async (size) => filterParts(layers, size) }
}

/** What the options of a filter are options of: none where it has no options. */
const countedAxis = (filter: AnyFilter, value: unknown): string | null => {
  const facet = filter.facet?.(value)
  const axis = facet ? { facet } : filter.control.kind === 'flag' ? filter.criteria?.(true).dimension : null
  return axis ? dimensionKey(axis) : null
}

const countsIn = (axis: Dimension, rows: Bitset | undefined): Int32Array | null => (rows ? axis.counts(rows) : null)

const total = (sets: readonly Bitset[]): number => sets.reduce((sum, set) => sum + set.count(), 0)

const ID = /^[0-9a-z]{10}$/

const askedBy = (asks: readonly Criterion[] | null) => ({ asks, said: asks?.map(criterionKey).join(' ') ?? '' })

const findIn = (layers: readonly Segment[], id: string) => {
  for (const layer of layers) {
    const found = layer.find(idAt(id, 0))
    if (found) return found
  }
  return null
}
