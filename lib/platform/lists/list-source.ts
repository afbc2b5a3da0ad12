import type { AnyFilter } from '@/lib/platform/lists/filter'
import type { AnyFilters, FilterSet, Filters, Values } from '@/lib/platform/lists/filters'
import type { LocalizedText } from '@/lib/platform/i18n/locale'
import type { Order } from './keyset'
import type { ListOptions, Page } from './read-cards'
import type { RecordBase } from '@/lib/platform/publishing/record-type'

export type Sort = Order & {
  label: LocalizedText
  /** The column of a table in which the order can be seen. */
  shows?: string
}

/** What a list is made of. */
export type CollectionSpec<F extends Filters = AnyFilters> = {
  table: string
  filters: FilterSet<F>
  /** The first is the order of a list that asks for none. */
  sorts: Readonly<Record<string, Sort>>
}

/** An option of a filter, and how many records it leads to under the other filters. */
export type Option = { code: string; count: number }
export type Facets<F extends Filters = AnyFilters> = { [K in keyof F]?: Option[] }

/** How exact the dates are that brought records into a range of dates. */
export type ImpreciseDateCounts = { month: number; year: number; interval: number }

/** A run of records in the order of their ids, counted from 1, and when something in it last changed. */
export type ListQueryPart = { part: number; updatedAt: Date }

export type CollectionOptions<F extends Filters = AnyFilters> = ListOptions & { sort?: string; filters?: Values<F> }

/** What a list answers; null is for what has to be asked elsewhere. */
export interface ListSource<R extends RecordBase = RecordBase, F extends Filters = AnyFilters, Unsaid = null> {
  list(options?: CollectionOptions<F>): Promise<Page<R> | Unsaid>
  count(values: Values<F>): Promise<number | Unsaid>
  /** How many records each option of each filter leads to, under the other filters. */
  facets(values?: Values<F>): Promise<Facets<F> | Unsaid>
  /** How many of the records are in the asked range of dates by a date that is not exact to the day. */
  inexact(values: Values<F>): Promise<ImpreciseDateCounts | Unsaid>
  /** All records in runs of so many. */
  parts(size: number): Promise<ListQueryPart[] | Unsaid>
}

/** Options of a filter that are counted: more than a page or a program wants to choose from. */
export const MAX_OPTIONS = 300

/** Of records and words, what a form offers: a reader looks for any other one by its name. */
const MOST_OFFERED = 20

/** The options that a form offers: a vocabulary whole; of records and words the most frequent, and what is chosen. */
export const offeredOptions = (filter: AnyFilter, value: unknown, options: readonly Option[]): readonly Option[] => {
  if (isVocabulary(filter)) return options
  const chosen = filter.codes(value)
  return options.filter(({ code }, at) => at < MOST_OFFERED || chosen.includes(code))
}

const isVocabulary = ({ control }: AnyFilter) => control.kind === 'options' && 'codes' in control.options

/** The options with their counts: all codes of a vocabulary; of records and words those that were counted. */
export const optionsOf = (filter: AnyFilter, value: unknown, counted: ReadonlyMap<string, number>): Option[] =>
  codesOf(filter, value, counted).map((code) => ({ code, count: counted.get(code) ?? 0 }))

const codesOf = (filter: AnyFilter, value: unknown, counted: ReadonlyMap<string, number>): string[] => {
  const { control } = filter
  if (control.kind === 'flag') return ['yes']
  if (control.kind === 'options' && 'codes' in control.options) return Object.keys(control.options.codes)
  return [...new Set([...counted.keys(), ...filter.codes(value)])]
}

/** The filter by dates that is used, and its value. */
export const dateFilterSpan = (filters: FilterSet, values: Values): { filter: AnyFilter; value: unknown } | null => {
  const [key, filter] = filters.entries.find(([key, one]) => one.dates && values[key] !== undefined) ?? []
  return key && filter ? { filter, value: values[key] } : null
}
