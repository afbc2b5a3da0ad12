import { permanentRedirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { PageLayout } from '@/components/public/layout/page-layout'
import type { RecordTypeName } from '@/lib/records/registry'
import { SuggestLink } from '@/components/public/suggest/suggest-link'
import { href, translator } from '@/lib/platform/i18n/translate'
import type { Lang } from '@/lib/platform/i18n/locale'
import type { Lookup } from '@/lib/platform/lists/read-cards'
import type { RecordBase } from '@/lib/platform/publishing/record-type'
import { CiteRecord } from './cite'
import { langOf } from './lang'
import { type PageMetadata, pageMetadata } from './metadata'
import { missing, missingMetadata, withdrawn } from './not-found-pages'
import { recordChanges } from './record-changes'

/** `/statements/<id>-<slug>?version=2`. Only the id identifies the record; the slug is decorative. */
export type RecordRoute = {
  params: Promise<{ lang: string; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}
type Find<R> = (id: string, version?: number) => Promise<Lookup<R>>
type Titles = { title: string; description: string }
type RecordView<R> = { record: R; current: number; lang: Lang }

const ID = /^([0-9a-z]{10})(?:-|$)/

export const recordMetadata = async <R extends RecordBase>(
  route: RecordRoute,
  find: Find<R>,
  titlesOf: (record: R, lang: Lang) => Titles,
): Promise<PageMetadata> => {
  const { lang, id, version } = await read(route)
  const lookup = id ? await find(id, version) : null
  if (lookup?.found !== 'record') return missingMetadata(lang, lookup?.found === 'withdrawn' ? 'withdrawn' : 'missing')
  const { path, version: shown } = lookup.record
  return pageMetadata({ lang, path, version: shown, ...titlesOf(lookup.record, lang) })
}

/**
 * Record page: renders the requested version, redirects moved records and non-canonical slugs, and shows tombstones.
 */
export const recordPage = async <R extends RecordBase>(
  route: RecordRoute,
  type: RecordTypeName,
  find: Find<R>,
  view: (input: RecordView<R>) => ReactNode | Promise<ReactNode>,
) => {
  const { lang, id, version, segment } = await read(route)
  const trail = [{ path: `/${type}`, name: translator(lang)(`recordType.${type}`) }]
  const lookup = id ? await find(id, version) : { found: 'nothing' as const }
  if (lookup.found === 'nothing') return missing(lang)
  if (lookup.found === 'moved') permanentRedirect(href(lang, lookup.path))
  if (lookup.found === 'withdrawn') return withdrawn(lang, `/${type}/${segment}`, lookup)
  const { record, current } = lookup
  const query = version === undefined ? '' : `?version=${version}`
  if (version === undefined && record.path !== `/${type}/${segment}`) permanentRedirect(href(lang, record.path))
  return (
    <PageLayout lang={lang} here={record.path + query} trail={trail}>
      {await view({ record, current, lang })}
      {await recordChanges({ type, record, current, lang })}
      <p className="after-section no-print">
        <SuggestLink lang={lang} path={record.path} />
      </p>
      <CiteRecord type={type} record={record} current={current} lang={lang} />
    </PageLayout>
  )
}

const read = async ({ params, searchParams }: RecordRoute) => {
  const { lang, id: segment } = await params
  const { version } = await searchParams
  const number = typeof version === 'string' && /^[1-9]\d{0,5}$/.test(version) ? Number(version) : undefined
  return { lang: langOf(lang), id: ID.exec(segment)?.[1], segment, version: number }
}
