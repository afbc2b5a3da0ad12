import type { z } from 'zod'
import type { Sql } from '@/lib/platform/database/sql'
import type { Lang, LocalizedText } from '@/lib/platform/i18n/locale'
import type { Vocabulary } from '@/lib/platform/i18n/vocabulary'

/** Something in an address that was not understood, in words for a reader. */
export type Issue = { param: string; value: string; message: LocalizedText }

/** A parameter of an address: what OpenAPI and the form need to know of it. */
export type Parameter = { name: string; about: LocalizedText; schema: z.ZodType; many: boolean }

/** The texts that an address gives to a parameter, trimmed; empty ones are left out. */
export type ParameterValues = (param: string) => string[]

/** What the ids in an address are called, as far as they were looked up. */
export type Names = Readonly<Record<string, LocalizedText>>

/** What a filter looks like in a form. `name` is the parameter that it sets. */
export type Control =
  | {
      kind: 'options'
      name: string
      options: Options
      modifier?: { name: string; value: string; label: LocalizedText }
    }
  | { kind: 'text'; name: string }
  | { kind: 'dates'; from: string; to: string }
  | { kind: 'day'; name: string }
  | { kind: 'flag'; name: string }

/** Codes of a vocabulary, records of a record type, or whatever words the records hold. */
export type Options = { codes: Vocabulary } | { records: string } | { words: true }

/** How many records each option of a filter has: one row for each record and option. */
export type Facet = { column: string } | { array: string } | { rows: Sql }

/** Something that is known of each record: which options it has, whether a condition holds, its dates, a day. */
export type Dimension = { facet: Facet } | { holds: Sql } | { dates: Sql } | { day: Sql }

/** What a value asks of an axis. A record's dates and days are asked for one that shares a day with the span. */
export type Criterion = {
  dimension: Dimension
  codes?: readonly string[]
  every?: boolean
  span?: { from?: string; to?: string }
}

/** One value of a filter's, as a chip shows it, and what remains of the filter without it. */
export type ChipPart<V> = { label: string; without: V | undefined }

/** One way to narrow a list, with all its faces: read, written, asked of the database, said, shown, described. */
export interface Filter<V> {
  label: LocalizedText
  parameters: readonly Parameter[]
  control: Control
  read(given: ParameterValues): { value: V | undefined; issues: Issue[] }
  /** In canonical order: the same value always has the same address. */
  write(value: V): [param: string, text: string][]
  where(value: V): Sql
  /** The condition that holds while the filter is not used, which may depend on the others. */
  defaultCondition?(values: Readonly<Record<string, unknown>>): Sql | null
  /** Its words in the sentence that says a view: "in Texas"; those that begin with a comma follow without a space. */
  describe(value: V, lang: Lang, names: Names): string
  chips(value: V, lang: Lang, names: Names): ChipPart<V>[]
  /** How well a record fits, as a whole number that is not negative: more is better. Only words are more or less met. */
  rank?(value: V): Sql
  /** All that its values ask of the records, so that it can be known beforehand. */
  dimensions?: readonly Dimension[]
  /** The same condition as `where`, asked of an axis. */
  criteria?(value: V): Criterion
  /** True where no axis is known beforehand: the database finds the records, and memory counts among them. */
  resolvedBySql?: true
  /** The dates that a date filter looks at: a row for each, with id, edtf, earliest and latest. */
  dates?: Sql
  /** What to count for each option; the value says in which way (with what lies inside a place, for example). */
  facet?(value: V | undefined): Facet
  /** True while the options are counted together with the filter's own value: each then adds a condition. */
  isConjunctive?(value: V | undefined): boolean
  /** The codes that a value names, so that records can be looked up and controls be set. */
  codes(value: V | undefined): readonly string[]
}

// A set holds filters of many kinds; inside one, the value fits all its faces.
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyFilter = Filter<any>

export type ValueOf<F> = F extends Filter<infer V> ? V : never
