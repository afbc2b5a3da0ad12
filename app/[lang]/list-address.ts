import { VIEW_PARAMS, type ViewParams, listAddress } from '@/components/public/filters/view'
import type { RecordTypeName } from '@/lib/records/registry'
import { collectionOf } from '@/lib/records/collections'
import { chosenColumns } from '@/lib/features/lists/columns'
import type { Lang, LocalizedText } from '@/lib/platform/i18n/locale'
import { memoizePerRequest } from '@/lib/platform/request-context/request-memo'
import { langOf } from './lang'

export type ListRoute = {
  params: Promise<{ lang: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const UNKNOWN_VALUE: LocalizedText = { en: 'This value is not known.', es: 'Este valor no se conoce.' }

/** Parses a list page's query: filter values, issues and the canonical English path. */
export const readView = async ({ params, searchParams }: ListRoute, type: RecordTypeName) => {
  const entries = Object.entries(await searchParams).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => [name, one]),
  )
  return viewOf(type, langOf((await params).lang), new URLSearchParams(entries).toString())
}

/** Memoized, because the page and its metadata parse the same query. */
const viewOf = memoizePerRequest((type: RecordTypeName, lang: Lang, query: string) => {
  const params = new URLSearchParams(query)
  const { filters, sortsFor } = collectionOf(type)
  const { values, issues } = filters.parse(params, VIEW_PARAMS)
  const sorts = sortsFor(values)
  const readParam = (name: 'sort' | 'view' | 'density' | 'rows', allowed: readonly string[]): string | undefined => {
    const value = params.get(name)
    if (value && !allowed.includes(value))
      issues.push({ param: name, value: value.slice(0, 200), message: UNKNOWN_VALUE })
    return value && allowed.indexOf(value) > 0 ? value : undefined
  }
  const sort = readParam('sort', Object.keys(sorts))
  const view = readParam('view', ['list', 'table'])
  const density = readParam('density', ['normal', 'compact'])
  const rows = readParam('rows', ['page', 'all'])
  const columns = chosenColumns(type, params.getAll('columns'), lang)
  const shown: ViewParams = {
    sort,
    rows,
    ...(view && { view, ...(density && { density }), ...(columns.given && { columns: columns.names }) }),
  }
  const after = params.get('after') || undefined
  const path = `/${type}`
  return {
    lang,
    values,
    issues,
    after,
    viewParams: shown,
    columns: columns.names,
    sorts,
    sort: sort ?? Object.keys(sorts)[0]!,
    asked: query ? `${path}?${query}` : path,
    here: listAddress({ path, filters }, values, { ...shown, after }),
  }
})

/** Parses the query of a list without filters: the cursor and the canonical English path. */
export const readList = async ({ params, searchParams }: ListRoute, type: string) => {
  const lang = langOf((await params).lang)
  const { after: cursor } = await searchParams
  const after = typeof cursor === 'string' && cursor ? cursor : undefined
  return { lang, after, here: after ? `/${type}?after=${encodeURIComponent(after)}` : `/${type}` }
}
