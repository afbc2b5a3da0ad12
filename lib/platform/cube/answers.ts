import type { AnyFilter, Ask } from '@/lib/platform/collections/filter'
import type { Values } from '@/lib/platform/collections/filters'
import { all, name, sql } from '@/lib/platform/database/read'
import {
  type Answers,
  type CollectionOptions,
  type Facets,
  type Inexact,
  MOST_OPTIONS,
  type Spec,
  datesAsked,
  optionsOf,
} from '@/lib/platform/records/answers'
import { type Page, readCursor, writeCursor } from '@/lib/platform/records/read'
import type { RecordBase } from '@/lib/platform/records/room'
import type { Bits } from './bits'
import { idAt, idText } from './ids'
import { type Layer, compare } from './layer'
import { axisKey, orderKey } from './plan'
import { topOf } from './top'

type Shown = { id: string; card: RecordBase; key: string | null; updated: number }

/**
 * A list's answers from memory, as long as its layers are current. What can't be said there is null: the database is
 * asked then.
 */
export const answersFrom = (
  layers: readonly Layer[],
  { table, filters, sorts }: Spec,
  isCurrent: () => boolean,
): Answers => {
  const meeting = (asks: readonly Ask[] | null, among: readonly Bits[] | null): Bits[] | null => {
    const sets = asks && among && layers.map((layer, at) => layer.meeting(asks, among[at]!))
    return sets?.every((set) => set !== null) ? (sets as Bits[]) : null
  }

  /** The rows that the database finds for words or a past day, asked once for all that is then counted among them. */
  const foundFor = async (values: Values): Promise<Bits[] | null> => {
    const conditions = filters.found(values)
    if (!conditions.length) return layers.map(({ alive }) => alive)
    const [row] = await sql`SELECT string_agg(id, '') AS ids FROM ${name(table)} WHERE ${all(conditions)}`.rows<{
      ids: string | null
    }>()
    return isCurrent() ? layers.map((layer) => layer.having(row?.ids ?? '')) : null
  }

  const isRanked = (values: Values) => filters.entries.some(([key, { rank }]) => rank && values[key] !== undefined)

  const list = async (options: CollectionOptions = {}): Promise<Page<RecordBase> | null> => {
    const { sort = '', filters: values = {}, after, size = 25 } = options
    if (isRanked(values)) return null
    const sets = meeting(filters.asks(values), await foundFor(values))
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
    const rows = await sql`SELECT id, card, ${name(order.column)}::text AS key,
        (extract(epoch FROM updated_at) * 1000000)::float8 AS updated
      FROM ${name(table)} WHERE id = ANY(${wanted.map(({ layer, row }) => idText(layer.ids[row]!))})`.rows<Shown>(
      options,
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
      total: sets.reduce((sum, set) => sum + set.count(), 0),
      next: found.length > size && last ? writeCursor({ key: last.key, id: last.id }) : null,
    }
  }

  // Of what the database finds first, it counts once what memory would count after reading every id.
  const count = async (values: Values): Promise<number | null> => {
    if (filters.found(values).length) return null
    return meeting(filters.asks(values), await foundFor(values))?.reduce((sum, set) => sum + set.count(), 0) ?? null
  }

  const optionCounts = (filter: AnyFilter, value: unknown, sets: readonly Bits[]) => {
    const facet = filter.facet?.(value)
    if (!facet) return null
    const key = axisKey({ facet })
    const axes = layers.map((layer) => layer.axis(key))
    if (axes.some((axis) => !axis)) return null
    return topOf(
      axes.map((axis, at) => ({ axis: axis!, counts: axis!.counts(sets[at]!) })),
      filter.codes(value),
      MOST_OPTIONS,
    )
  }

  const facets = async (values: Values = {}): Promise<Facets | null> => {
    const found: Facets = {}
    const among = await foundFor(values)
    const whole = meeting(filters.asks(values), among)
    if (!whole) return null
    for (const [key, filter] of filters.entries) {
      const isFlag = filter.control.kind === 'flag'
      if (!filter.facet && !isFlag) continue
      const alone = (values[key] === undefined && !filter.otherwise) || filter.narrows?.(values[key])
      const others = alone ? whole : meeting(filters.asks(values, key), among)
      if (!others) return null
      if (isFlag) {
        const ticked = filter.asks && layers.map((layer) => layer.meeting([filter.asks!(true)]))
        if (!ticked?.every((set) => set !== null)) return null
        found[key] = [{ code: 'yes', count: others.reduce((sum, set, at) => sum + set.shared(ticked[at]!), 0) }]
        continue
      }
      const counted = optionCounts(filter, values[key], others)
      if (!counted) return null
      found[key] = optionsOf(filter, values[key], counted)
    }
    return found
  }

  const inexact = async (values: Values): Promise<Inexact | null> => {
    const none = { month: 0, year: 0, interval: 0 }
    const asked = datesAsked(filters, values)
    if (!asked) return none
    const ask = asked.filter.asks?.(asked.value)
    const sets = ask ? meeting(filters.asks(values), await foundFor(values)) : null
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

  return { list, count, facets, inexact }
}

const ID = /^[0-9a-z]{10}$/

const findIn = (layers: readonly Layer[], id: string) => {
  for (const layer of layers) {
    const found = layer.find(idAt(id, 0))
    if (found) return found
  }
  return null
}
