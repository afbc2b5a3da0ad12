import type { Issue } from '@/lib/platform/lists/filter'
import type { Lang } from '@/lib/platform/i18n/locale'
import { localizedText } from '@/lib/platform/i18n/translate'
import { collectionOf } from '@/lib/records/collections'
import type { RecordTypeName } from '@/lib/records/registry'
import { chosenColumns } from './columns'
import { type ViewParams, VIEW_PARAMS, listAddress } from './list-address'

/** A list's query, parsed: filter values, issues, view parameters and the canonical English address. */
export function parseListQuery(type: RecordTypeName, lang: Lang, query: string) {
  const params = new URLSearchParams(query)
  const { filters, sortsFor } = collectionOf(type)
  const { values, issues } = filters.parse(params, VIEW_PARAMS)
  const sorts = sortsFor(values)
  const readParam = (name: 'sort' | 'view' | 'density' | 'rows', allowed: readonly string[]): string | undefined => {
    const value = params.get(name)
    if (value && !allowed.includes(value)) issues.push(unknownValue(name, value))
    return value && allowed.indexOf(value) > 0 ? value : undefined
  }
  const sort = readParam('sort', Object.keys(sorts))
  const view = readParam('view', ['list', 'table'])
  const density = readParam('density', ['normal', 'compact'])
  const rows = readParam('rows', ['page', 'all'])
  const columns = chosenColumns(type, params.getAll('columns'), lang)
  const viewParams: ViewParams = {
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
    viewParams,
    columns: columns.names,
    sorts,
    sort: sort ?? Object.keys(sorts)[0]!,
    requested: query ? `${path}?${query}` : path,
    canonical: listAddress({ path, filters }, values, { ...viewParams, after }),
  }
}

const unknownValue = (param: string, value: string): Issue => ({
  param,
  value: value.slice(0, 200),
  message: localizedText('issue.unknownValue'),
})
