import type { z } from 'zod'
import type { Sql } from '@/lib/platform/database/sql'
import type { Lang, LocalizedText } from '@/lib/platform/i18n/locale'
import type { FilterSet, Filters } from '@/lib/platform/lists/filters'
import type { Sort } from '@/lib/platform/lists/list-source'
import type { RecordBase, RecordType } from '@/lib/platform/publishing/record-type'
import type { FlatColumn } from '@/lib/records/shared/flatten'
import type { FormSectionLayout } from '@/lib/records/shared/form-sections'
import type { Setter } from '@/lib/records/shared/import-setters'

/** A Zod object schema whose output type is known. */
type ObjectSchema<T> = z.ZodType<T> & { readonly shape: Readonly<Record<string, z.ZodType>> }

/** How records are written to their tables and read back. */
export type RecordStorage<I, R extends RecordBase> = Pick<RecordType<I, R>, 'write' | 'read' | 'derive'>

/** A record type whose entries are claims: each needs a source, and its quotes are checked against captured texts. */
export type EvidenceRules = {
  /** The input property that a missing first citation is reported on. */
  firstCitation: string
  /** The input property of the claim's own date. */
  date?: string
  /** True: an entry may leave the date out without a note. */
  dateOptional?: boolean
}

/** How two records of a type become one. */
export type MergeRules = {
  /** Columns whose values are unique among the records of the type. */
  uniqueColumns: readonly string[]
  /** List properties that keep the rows of both records. */
  unitedLists: readonly string[]
  /** Corrections of the merged input: names that became aliases, links to itself. */
  adjust?: (merged: Record<string, unknown>, other: Record<string, unknown>, into: string) => void
}

/**
 * Everything the site knows of a record type. Lists, files, the API, forms, imports, the codebook, the sitemap and the
 * seed are derived from it; pages and previews are views and live in `components` and `app`.
 */
export type RecordTypeDefinition<N extends string, I, R extends RecordBase, F extends Filters = Filters> = Pick<
  RecordType<I, R>,
  'table' | 'path' | 'searchText' | 'names' | 'shownBy'
> & {
  /** In addresses, drafts and the history: "statements". */
  name: N
  /** `one` and `other` name a record and the list; `about` explains the type to an editor who begins an entry. */
  labels: { one: LocalizedText; other: LocalizedText; about: LocalizedText }
  /** The public record: the allow-list of what leaves. Its `meta().id` names the schema in the OpenAPI document. */
  record: ObjectSchema<R>
  /** What editors write; what drafts and revisions hold. */
  input: ObjectSchema<I>

  filters: FilterSet<F>
  /** The first is the default order. */
  sorts: Readonly<Record<string, Sort>>

  /** The columns of files, tables and the dictionary. */
  columns: readonly FlatColumn<R>[]
  /** The columns that a table shows by default; a localized column is named without its language suffix. */
  tableColumns: readonly string[]

  /** The sections of the admin form; every input property is in exactly one. */
  form: readonly FormSectionLayout[]
  /** The start of a draft that an editor creates from a name beside another entry; left out where that is not offered. */
  createInline?: (name: string, placeId: string | null) => Record<string, unknown>

  /** The heading; also the slug in the record's address. */
  title: (record: R, lang?: Lang) => string
  /** The heading of a row as SQL; `r` is the row. */
  titleSql: Sql
  /** One or two sentences, for feeds and previews. */
  summary: (record: R, lang: Lang) => string
  /** A record in the admin area's reference fields: its name, and what tells it from namesakes. */
  choice: (record: R, lang: Lang) => { label: string; about: string }

  /** Input properties of any record type that hold ids of this one: `officialId`. */
  linkedBy?: readonly string[]
  evidence?: EvidenceRules
  merge?: MergeRules
  /** The setters of columns that the schema alone can't turn into input, by property of the record. */
  importSetters?: Readonly<Record<string, readonly Setter[]>>
  /** False keeps the records out of the sitemap. */
  inSitemap?: boolean

  /** Loaded on the first write, so that readers of a definition don't load Prisma. */
  storage: () => Promise<RecordStorage<I, R>>
}

// A list of record types holds many kinds; inside one, input and record fit each other.
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyDefinition = RecordTypeDefinition<string, any, any, any>

/** Defines a record type: one call in the `index.ts` of its folder, and one line in `registry.ts`. */
export const defineRecordType = <N extends string, I, R extends RecordBase, F extends Filters>(
  definition: RecordTypeDefinition<N, I, R, F>,
): RecordTypeDefinition<N, I, R, F> => definition
