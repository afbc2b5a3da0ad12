import { OWN, type Own, listAddress } from '@/components/public/filters/view'
import type { ListType } from '@/components/public/pages/record-list'
import { COLLECTIONS } from '@/lib/records/collections'
import { chosenColumns } from '@/lib/features/lists/columns'
import type { Lang, LocalizedText } from '@/lib/platform/i18n/locale'
import type { Collection } from '@/lib/platform/lists/collection'
import { memoizePerRequest } from '@/lib/platform/request-context/request-memo'
import { langOf } from './lang'

/** `/statements?state=TX&after=…` */
export type ListRoute = {
  params: Promise<{ lang: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const NOT_KNOWN: LocalizedText = { en: 'This value is not known.', es: 'Este valor no se conoce.' }

export const collectionOf = (type: ListType): Collection => COLLECTIONS[type] as Collection

/** What the address of a list says, what of it was not understood, and its canonical form in English. */
export const readView = async ({ params, searchParams }: ListRoute, type: ListType) => {
  const given = Object.entries(await searchParams).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => [name, one]),
  )
  return viewOf(type, langOf((await params).lang), new URLSearchParams(given).toString())
}

/** The page and what it says of itself ask for the same. */
const viewOf = memoizePerRequest((type: ListType, lang: Lang, query: string) => {
  const given = new URLSearchParams(query)
  const { filters, sortsFor } = collectionOf(type)
  const { values, issues } = filters.parse(given, OWN)
  const sorts = sortsFor(values)
  const own = (name: 'sort' | 'view' | 'density' | 'rows', known: readonly string[]): string | undefined => {
    const value = given.get(name)
    if (value && !known.includes(value)) issues.push({ param: name, value: value.slice(0, 200), message: NOT_KNOWN })
    return value && known.indexOf(value) > 0 ? value : undefined
  }
  const sort = own('sort', Object.keys(sorts))
  const view = own('view', ['list', 'table'])
  const density = own('density', ['normal', 'compact'])
  const rows = own('rows', ['page', 'all'])
  const columns = chosenColumns(type, given.getAll('columns'), lang)
  const shown: Own = {
    sort,
    rows,
    ...(view && { view, ...(density && { density }), ...(columns.given && { columns: columns.names }) }),
  }
  const after = given.get('after') || undefined
  const path = `/${type}`
  return {
    lang,
    values,
    issues,
    after,
    own: shown,
    columns: columns.names,
    sorts,
    sort: sort ?? Object.keys(sorts)[0]!,
    asked: query ? `${path}?${query}` : path,
    here: listAddress({ path, filters }, values, { ...shown, after }),
  }
})

/** What the address of a list without filters says: where the page begins, and itself in English. */
export const readList = async ({ params, searchParams }: ListRoute, type: string) => {
  const lang = langOf((await params).lang)
  const { after: given } = await searchParams
  const after = typeof given === 'string' && given ? given : undefined
  return { lang, after, here: after ? `/${type}?after=${encodeURIComponent(after)}` : `/${type}` }
}
