import type { RecordTypeName } from '@/lib/records/registry'
import { parseListQuery } from '@/lib/features/lists/parse-list-query'
import { memoizePerRequest } from '@/lib/platform/request-context/request-memo'
import { langOf } from './lang'

export type ListRoute = {
  params: Promise<{ lang: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Parses a list page's query. */
export const readView = async ({ params, searchParams }: ListRoute, type: RecordTypeName) => {
  const entries = Object.entries(await searchParams).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => [name, one]),
  )
  return viewOf(type, langOf((await params).lang), new URLSearchParams(entries).toString())
}

/** Memoized, because the page and its metadata parse the same query. */
const viewOf = memoizePerRequest(parseListQuery)

/** Parses the query of a list without filters: the cursor and the canonical English path. */
export const readList = async ({ params, searchParams }: ListRoute, type: string) => {
  const lang = langOf((await params).lang)
  const { after: cursor } = await searchParams
  const after = typeof cursor === 'string' && cursor ? cursor : undefined
  return { lang, after, canonical: after ? `/${type}?after=${encodeURIComponent(after)}` : `/${type}` }
}
