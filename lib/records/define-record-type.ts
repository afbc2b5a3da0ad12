import type { z } from 'zod'
import type { Sql } from '@/lib/platform/database/sql'
import type { Transaction } from '@/lib/platform/database/write'
import type { Importer } from '@/lib/platform/imports/importer'
import type { Lang, LocalizedText } from '@/lib/platform/i18n/locale'
import type { FilterSet, Filters } from '@/lib/platform/lists/filters'
import type { Sort } from '@/lib/platform/lists/list-source'
import type { HistoryConverter } from '@/lib/platform/publishing/history-converters'
import type { RecordBase, RecordType, RecordTypes } from '@/lib/platform/publishing/record-type'
import type { FlatColumn } from '@/lib/records/shared/flatten'
import type { FormSectionLayout } from '@/lib/records/shared/form-sections'
import type { Setter } from '@/lib/records/shared/import-setters'

/** A Zod object schema whose output type is known. */
type ObjectSchema<T> = z.ZodType<T> & { readonly shape: Readonly<Record<string, z.ZodType>> }

/** Writes records of a type to their tables and reads them back. */
export type RecordStorage<I, R extends RecordBase> = Pick<RecordType<I, R>, 'write' | 'read' | 'derive'>

/** Rules of a record type whose entries are claims: each needs a source, and its quotes are verified. */
export type EvidenceRules = {
  /** The input property that gets the error about a missing first citation. */
  firstCitation: string
  /** The input property of the claim's date. */
  date?: string
  /** If true, an entry may omit the date without a note. */
  dateOptional?: boolean
}

/** Rules for merging two records of a type. */
export type MergeRules = {
  /** Columns whose values are unique among the records of the type. */
  uniqueColumns: readonly string[]
  /** List properties that are merged into one list without duplicates. */
  unitedLists: readonly string[]
  /** Fixes up the merged input, such as names that became aliases and self-links. */
  adjust?: (merged: Record<string, unknown>, other: Record<string, unknown>, into: string) => void
}

/**
 * The complete definition of a record type. Lists, files, the API, forms, imports, the codebook, the sitemap and the
 * seed are derived from it. Pages and previews are views and live in `components` and `app`.
 */
export type RecordTypeDefinition<N extends string, I, R extends RecordBase, F extends Filters = Filters> = Pick<
  RecordType<I, R>,
  'table' | 'path' | 'searchText' | 'names' | 'shownBy'
> & {
  /** The type's name in URLs, drafts and the history: "statements". */
  name: N
  /** `one` and `other` name a record and the list; `about` explains the type to an editor who begins an entry. */
  labels: { one: LocalizedText; other: LocalizedText; about: LocalizedText }
  /**
   * Schema of the public record: the allow-list for output. Its `meta().id` names the schema in the OpenAPI document.
   */
  record: ObjectSchema<R>
  /** Schema of the editors' input, which drafts and revisions store. */
  input: ObjectSchema<I>

  filters: FilterSet<F>
  /** The first sort is the default. */
  sorts: Readonly<Record<string, Sort>>

  /** Columns of exports, tables and the data dictionary. */
  columns: readonly FlatColumn<R>[]
  /** Columns that a table shows by default. A localized column is listed without its language suffix. */
  tableColumns: readonly string[]

  /** Sections of the admin form. Every input property is in exactly one section. */
  form: readonly FormSectionLayout[]
  /** Initial data of a draft that an editor creates by name from another entry's form. Omit to disable. */
  createInline?: (name: string, placeId: string | null) => Record<string, unknown>

  /** The record's heading, from which its URL slug is made. */
  title: (record: R, lang?: Lang) => string
  /** The heading as an SQL expression over the row `r`. */
  titleSql: Sql
  /** The heading of an incomplete draft; by default its name, title or words. */
  draftTitle?: (tx: Transaction, data: unknown) => Promise<string>
  /** A summary of one or two sentences, for feeds and previews. */
  summary: (record: R, lang: Lang) => string
  /** The record in reference fields of the admin area: its name, and details that distinguish namesakes. */
  choice: (record: R, lang: Lang) => { label: string; about: string }

  /** Input properties of any record type that hold ids of this type: `officialId`. */
  linkedBy?: readonly string[]
  evidence?: EvidenceRules
  merge?: MergeRules
  /** Import setters for columns that the schema alone cannot parse, by property of the record. */
  importSetters?: Readonly<Record<string, readonly Setter[]>>
  /** The bulk publisher of imports for this type; by default they publish one by one. */
  bulkImport?: {
    permission: Importer['permission']
    chunk: number
    publish: (types: RecordTypes) => NonNullable<Importer['publish']>
  }
  /** False excludes the records from the sitemap. */
  inSitemap?: boolean

  /** Converters from shapes that older code wrote, by date. */
  history?: readonly Omit<HistoryConverter, 'type'>[]

  /** Loads lazily on the first write, so that importing a definition does not load Prisma. */
  storage: () => Promise<RecordStorage<I, R>>
}

// `any`, because a list of record types is heterogeneous; within one definition, input and record types match.
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyDefinition = RecordTypeDefinition<string, any, any, any>

/** Defines a record type. Call it once in the `index.ts` of the type's folder and list the result in `registry.ts`. */
export const defineRecordType = <N extends string, I, R extends RecordBase, F extends Filters>(
  definition: RecordTypeDefinition<N, I, R, F>,
): RecordTypeDefinition<N, I, R, F> => definition
