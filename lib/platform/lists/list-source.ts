import type { AnyFilter } from '@/lib/platform/lists/filter'
import type { AnyFilters, FilterSet, Filters, Values } from '@/lib/platform/lists/filters'
import type { LocalizedText } from '@/lib/platform/i18n/locale'
import type { Order } from './keyset'
import type { ListOptions, Page } from './read-cards'
import type { RecordBase } from '@/lib/platform/publishing/record-type'

export type Sort = Order & {
  label: LocalizedText
  /** The table column that carries the sort indicator. */
  tableColumn?: string
}

export type CollectionSpec<F extends Filters = AnyFilters> = {
  table: string
  filters: FilterSet<F>
  /** The first sort is the default. */
  sorts: Readonly<Record<string, Sort>>
}

/** An option of a filter, and the number of records that selecting it leads to under the other filters. */
export type Option = { code: string; count: number }
export type Facets<F extends Filters = AnyFilters> = { [K in keyof F]?: Option[] }

/** A run of consecutive records in the order of their ids, numbered from 1, and the last change in it. */
export type RecordChunk = { number: number; updatedAt: Date }

export type CollectionOptions<F extends Filters = AnyFilters> = ListOptions & { sort?: string; filters?: Values<F> }

/**
 * Answers the queries of a list. `Fallback` is null for a source that can't answer everything: null sends the query to the
 * next source.
 */
export interface ListSource<R extends RecordBase = RecordBase, F extends Filters = AnyFilters, Fallback = null> {
  list(options?: CollectionOptions<F>): Promise<Page<R> | Fallback>
  count(values: Values<F>): Promise<number | Fallback>
  facets(values?: Values<F>): Promise<Facets<F> | Fallback>
  /** Splits all records into chunks of `size`. */
  chunks(size: number): Promise<RecordChunk[] | Fallback>
}

/** The number of options that are counted per filter. */
export const MAX_OPTIONS = 300

/** The number of options that a form shows of a filter by records or by free text; others are found by name. */
const MAX_OFFERED = 20

/** The options that a form shows: a whole vocabulary; else the most frequent options and the selected ones. */
export const offeredOptions = (filter: AnyFilter, value: unknown, options: readonly Option[]): readonly Option[] => {
  if (isVocabulary(filter)) return options
  const selected = filter.codes(value)
  return options.filter(({ code }, index) => index < MAX_OFFERED || selected.includes(code))
}

const isVocabulary = ({ control }: AnyFilter) => control.kind === 'options' && 'codes' in control.options

/** The options of a filter with their counts: all codes of a vocabulary; else the counted codes and the selected ones. */
export const optionsOf = (filter: AnyFilter, value: unknown, counts: ReadonlyMap<string, number>): Option[] =>
  codesOf(filter, value, counts).map((code) => ({ code, count: counts.get(code) ?? 0 }))

const codesOf = (filter: AnyFilter, value: unknown, counts: ReadonlyMap<string, number>): string[] => {
  const { control } = filter
  if (control.kind === 'flag') return ['yes']
  if (control.kind === 'options' && 'codes' in control.options) return Object.keys(control.options.codes)
  return [...new Set([...counts.keys(), ...filter.codes(value)])]
}
