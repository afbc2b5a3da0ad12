import type { Issue } from '@/lib/platform/lists/filter'
import type { Values } from '@/lib/platform/lists/filters'
import type { Lang, LocalizedText } from '@/lib/platform/i18n/locale'
import type { Sql } from '@/lib/platform/database/sql'
import type { Collection } from '@/lib/platform/lists/collection'
import type { Order } from '@/lib/platform/lists/keyset'
import type { Lookup } from '@/lib/platform/lists/read-cards'
import type { RecordBase } from '@/lib/platform/publishing/record-type'
import { COLLECTIONS } from '@/lib/records/collections'
import { namesById } from '@/lib/records/shared/names-in'
import type { RecordTypeName } from '@/lib/records/paths'
import { isRecordTypeName } from '@/lib/records/columns'

/** A record type's records under some filters, in an order: the same for the page, its downloads, its feed and the API. */
export type View = {
  type: RecordTypeName
  values: Values
  sort: string | undefined
  where: readonly Sql[]
  order: Order
  /** The canonical query: "state=TX&sort=oldest". */
  query: string
  /** The view in words: "14 statements in Texas". */
  title: (lang: Lang, count?: number) => string
}

type AnyCollection = Collection & { lookUp: (id: string, version?: number) => Promise<Lookup<RecordBase>> }

/** Any record type, for code that serves all of them. */
export const collectionOf = (type: RecordTypeName): AnyCollection => COLLECTIONS[type] as unknown as AnyCollection

const SORT: LocalizedText = { en: 'There is no such order here.', es: 'Aquí no hay un orden con ese nombre.' }

/** The view that an address names. `own` are parameters that are neither filter nor order; any other one is an issue. */
export const readView = (
  type: RecordTypeName,
  params: URLSearchParams,
  own: readonly string[] = [],
): { view: View; issues: Issue[] } => {
  const { filters, sortsFor } = collectionOf(type)
  const { values, issues } = filters.parse(params, [...own, 'sort'])
  const sorts = sortsFor(values)
  const given = params.get('sort') || undefined
  const known = given !== undefined && Object.hasOwn(sorts, given)
  if (given !== undefined && !known) issues.push({ param: 'sort', value: given.slice(0, 200), message: SORT })
  return { view: viewOf(type, values, known ? given : undefined), issues }
}

/** The address of a view's page, without what concerns only how the page shows it. */
export const listPath = ({ type, query }: Pick<View, 'type' | 'query'>): string => `/${type}${query && `?${query}`}`

/** The same for the address of a list as a reader has it; null for what is no list. */
export const canonicalList = (path: string): string | null => {
  const [page = '', text] = path.split('?')
  const type = page.slice(1)
  return isRecordTypeName(type) ? listPath(readView(type, new URLSearchParams(text)).view) : null
}

/** The view with the names of the records that its filters name, so that its title can say them. */
export const resolveNames = async (view: View): Promise<View> => {
  const { filters } = collectionOf(view.type)
  const names = await namesById(filters, view.values)
  const title: View['title'] = (lang, count) =>
    filters.sentence(view.values, lang, count === undefined ? { names } : { names, count })
  return { ...view, title }
}

/** Everything in a record type, or what some filters leave of it. */
export const viewOf = (type: RecordTypeName, values: Values = {}, sort?: string): View => {
  const { filters, sortsFor } = collectionOf(type)
  const sorts = sortsFor(values)
  const query = filters.toQuery(values)
  if (sort) query.set('sort', sort)
  return {
    type,
    values,
    sort,
    where: filters.where(values),
    order: (sort && sorts[sort]) || Object.values(sorts)[0]!,
    query: query.toString(),
    title: (lang, count) => filters.sentence(values, lang, count === undefined ? {} : { count }),
  }
}
