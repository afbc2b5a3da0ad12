import type { Issue } from '@/lib/platform/lists/filter'
import type { Values } from '@/lib/platform/lists/filters'
import type { Lang, LocalizedText } from '@/lib/platform/i18n/locale'
import type { Sql } from '@/lib/platform/database/sql'
import type { Order } from '@/lib/platform/lists/keyset'
import type { RecordBase } from '@/lib/platform/publishing/record-type'
import { type RecordCollection, collectionOf } from '@/lib/records/collections'
import { columnsFor } from '@/lib/records/columns'
import type { AnyRegistry } from '@/lib/records/create-registry'
import { RECORD_TYPES, type RecordTypeName, isRecordTypeName } from '@/lib/records/registry'
import type { FlatColumn } from '@/lib/records/shared/flatten'
import { namesById } from '@/lib/records/names-by-id'
import { localizedText } from '@/lib/platform/i18n/translate'

/** A filtered, sorted list of a record type, shared by the page, its downloads, its feed and the API. */
export type View = {
  type: RecordTypeName
  columns: readonly FlatColumn<RecordBase>[]
  collection: RecordCollection
  values: Values
  sort: string | undefined
  where: readonly Sql[]
  order: Order
  /** The canonical query: "state=TX&sort=oldest". */
  query: string
  /** The view in words: "14 statements in Texas". */
  title: (lang: Lang, count?: number) => string
}

const SORT: LocalizedText = localizedText('issue.unknownSort')

/** Parses a view from a query. `own` are additional parameters of the caller; unknown ones are issues. */
export const readView = (
  type: RecordTypeName,
  params: URLSearchParams,
  own: readonly string[] = [],
  registry: AnyRegistry = RECORD_TYPES,
): { view: View; issues: Issue[] } => {
  const { filters, sortsFor } = collectionOf(type, registry)
  const { values, issues } = filters.parse(params, [...own, 'sort'])
  const sorts = sortsFor(values)
  const given = params.get('sort') || undefined
  const known = given !== undefined && Object.hasOwn(sorts, given)
  if (given !== undefined && !known) issues.push({ param: 'sort', value: given.slice(0, 200), message: SORT })
  return { view: viewOf(type, values, known ? given : undefined, registry), issues }
}

/** The path of a view's page, without parameters that only affect its display. */
export const listPath = ({ type, query }: Pick<View, 'type' | 'query'>): string => `/${type}${query && `?${query}`}`

/** The canonical path of a list's URL; null if it is not a list. */
export const canonicalList = (path: string): string | null => {
  const [page = '', text] = path.split('?')
  const type = page.slice(1)
  return isRecordTypeName(type) ? listPath(readView(type, new URLSearchParams(text)).view) : null
}

/** Resolves the names of the records in the filters, so that the title can include them. */
export const resolveNames = async (view: View): Promise<View> => {
  const { filters } = view.collection
  const names = await namesById(filters, view.values)
  const title: View['title'] = (lang, count) =>
    filters.sentence(view.values, lang, count === undefined ? { labels: names } : { labels: names, count })
  return { ...view, title }
}

/** The view of some filter values; without values, the whole record type. */
export const viewOf = (
  type: RecordTypeName,
  values: Values = {},
  sort?: string,
  registry: AnyRegistry = RECORD_TYPES,
): View => {
  const collection = collectionOf(type, registry)
  const { filters, sortsFor } = collection
  const sorts = sortsFor(values)
  const query = filters.toQuery(values)
  if (sort) query.set('sort', sort)
  return {
    type,
    columns: columnsFor(type, registry),
    collection,
    values,
    sort,
    where: filters.where(values),
    order: (sort && sorts[sort]) || Object.values(sorts)[0]!,
    query: query.toString(),
    title: (lang, count) => filters.sentence(values, lang, count === undefined ? {} : { count }),
  }
}
