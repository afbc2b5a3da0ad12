import { permanentRedirect } from 'next/navigation'
import { recordView } from '@/app/record-views'
import { JsonLd } from '@/components/public/layout/json-ld'
import { PageLayout } from '@/components/public/layout/page-layout'
import { SuggestLink } from '@/components/public/suggest/suggest-link'
import { href, translator } from '@/lib/platform/i18n/translate'
import { memoizePerRequest } from '@/lib/platform/request-context/request-memo'
import { collectionOf } from '@/lib/records/collections'
import type { RecordTypeName, TypedRecord } from '@/lib/records/registry'
import { titleOf } from '@/lib/records/titles'
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
const ID = /^([0-9a-z]{10})(?:-|$)/

/** Memoized, because the page and its metadata look up the same record. */
const lookUp = memoizePerRequest((type: RecordTypeName, id: string, version?: number) =>
  collectionOf(type).lookUp(id, version),
)

export const recordMetadata = async (route: RecordRoute, type: RecordTypeName): Promise<PageMetadata> => {
  const { lang, id, version } = await read(route)
  const lookup = id ? await lookUp(type, id, version) : null
  if (lookup?.status !== 'found') return missingMetadata(lang, lookup?.status === 'withdrawn' ? 'withdrawn' : 'missing')
  const { record } = lookup
  const title = titleOf({ type, record } as unknown as TypedRecord, lang)
  const description = recordView(type).description(record, lang)
  return pageMetadata({ lang, path: record.path, version: record.version, title, description })
}

/**
 * Record page: renders the requested version, redirects moved records and non-canonical slugs, and shows tombstones.
 */
export const recordPage = async (route: RecordRoute, type: RecordTypeName) => {
  const { lang, id, version, segment } = await read(route)
  const trail = [{ path: `/${type}`, name: translator(lang)(`recordType.${type}`) }]
  const lookup = id ? await lookUp(type, id, version) : { status: 'missing' as const }
  if (lookup.status === 'missing') return missing(lang)
  if (lookup.status === 'moved') permanentRedirect(href(lang, lookup.path))
  if (lookup.status === 'withdrawn') return withdrawn(lang, `/${type}/${segment}`, lookup)
  const { record, current } = lookup
  const query = version === undefined ? '' : `?version=${version}`
  if (version === undefined && record.path !== `/${type}/${segment}`) permanentRedirect(href(lang, record.path))
  const { body, jsonLd } = recordView(type)
  return (
    <PageLayout lang={lang} canonical={record.path + query} trail={trail}>
      {jsonLd && <JsonLd data={jsonLd(record, lang)} />}
      {await body(record, current, lang)}
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
