import type { z } from 'zod'
import type { Sql } from '@/lib/platform/database/sql'
import type { Lang, LocalizedText } from '@/lib/platform/i18n/locale'
import type { Vocabulary } from '@/lib/platform/i18n/vocabulary'

/** A query parameter value that a filter rejected, with a message for the reader. */
export type Issue = { param: string; value: string; message: LocalizedText }

/** A query parameter, as OpenAPI and the form need it. */
export type Parameter = { name: string; about: LocalizedText; schema: z.ZodType; many: boolean }

/** Returns the values of a query parameter, trimmed, without empty ones. */
export type ParameterValues = (param: string) => string[]

/** The labels of the records whose ids are filter values. */
export type RecordLabels = Readonly<Record<string, LocalizedText>>

/** The form control of a filter. `name` is the query parameter that it sets. */
export type Control =
  | {
      kind: 'options'
      name: string
      options: Options
      modifier?: { name: string; value: string; label: LocalizedText }
    }
  | { kind: 'text'; name: string }
  | { kind: 'dates'; from: string; to: string; possible: { name: string; label: LocalizedText } }
  | { kind: 'day'; name: string }
  | { kind: 'flag'; name: string }

/** The codes of a vocabulary, the records of a type, or the distinct values of a text column. */
export type Options = { codes: Vocabulary } | { records: string } | { distinctValues: true }

/** The location of each record's options: a column, an array column, or a query of `id` and `code`. */
export type Facet = { column: string } | { array: string } | { rows: Sql }

/** A property of records that filters select by: options, a boolean condition, date intervals, or a day. */
export type Dimension = { facet: Facet } | { condition: Sql } | { dates: Sql } | { day: Sql }

/**
 * A filter value as a condition on one dimension. Records match a range when one of their dates is in it with certainty;
 * with `possible`, when one may be.
 */
export type Criterion = {
  dimension: Dimension
  codes?: readonly string[]
  /** All codes must apply instead of any. */
  matchAll?: boolean
  range?: { from?: string; to?: string; possible?: true }
}

/** One selected value as a removable chip; `without` is the filter's value after its removal. */
export type ChipPart<V> = { label: string; without: V | undefined }

/** A filter of a list: everything that the address, SQL, the facet index, the form and the sentence need of it. */
export interface Filter<V> {
  label: LocalizedText
  parameters: readonly Parameter[]
  control: Control
  parse(valuesOf: ParameterValues): { value: V | undefined; issues: Issue[] }
  /** Query parameters in canonical order: equal values give equal addresses. */
  serialize(value: V): [param: string, text: string][]
  where(value: V): Sql
  /** The condition while the filter is not set; it may depend on the other filters. */
  defaultCondition?(values: Readonly<Record<string, unknown>>): Sql | null
  /** The filter's part of the sentence that describes a list: "in Texas". A part that starts with a comma is appended without a space. */
  describe(value: V, lang: Lang, labels: RecordLabels): string
  chips(value: V, lang: Lang, labels: RecordLabels): ChipPart<V>[]
  /** The relevance of a record as a non-negative integer, for text filters; higher is better. */
  rank?(value: V): Sql
  /** The dimensions that `criteria` uses, so that they can be indexed. */
  dimensions?: readonly Dimension[]
  /** The same condition as `where`, on an indexed dimension. */
  criteria?(value: V): Criterion
  /** True when no dimension can be indexed: SQL finds the matching ids, and the facet index counts among them. */
  resolvedBySql?: true
  /** The dates of a date filter: a query of `id`, `edtf`, `earliest` and `latest`. */
  dates?: Sql
  /** The facet whose options are counted. It may depend on the value: counting a state with or without the places in it. */
  facet?(value: V | undefined): Facet
  /** True when values combine with AND, so options are counted under the filter's own value too. */
  isConjunctive?(value: V | undefined): boolean
  /** The selected codes. */
  codes(value: V | undefined): readonly string[]
}

// A filter set holds filters of different value types; each filter's members agree on its own.
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyFilter = Filter<any>

export type ValueOf<F> = F extends Filter<infer V> ? V : never
