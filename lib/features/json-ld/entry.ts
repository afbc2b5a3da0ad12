import type {
  BreadcrumbList,
  SearchAction,
  Thing,
  WebPage,
  WebSite,
  WithActionConstraints,
  WithContext,
} from 'schema-dts'
import { type Lang, type Text, localize } from '@/lib/platform/i18n/locale'
import { type InexactDate } from '@/lib/records/shared/inexact-date'
import { precisionOf } from '@/lib/text/edtf'
import { pageAddress } from '@/lib/features/social-preview/address'

const CONTEXT = { '@context': 'https://schema.org' } as const
const NAME = 'Local Record'
const LICENCE = 'https://creativecommons.org/licenses/by/4.0/'

/** The id of the thing that a record describes, as opposed to the page about it. Identical in all languages. */
export const thingId = (path: string): string => `${pageAddress('en', path)}#it`

/** A date that is a whole day, month or year. Omits uncertain dates, because JSON-LD cannot express "about". */
export const exactDate = (date: Pick<InexactDate, 'edtf'> | null): string | undefined =>
  date === null || precisionOf(date.edtf) === 'interval' || /[?~%]$/.test(date.edtf) ? undefined : date.edtf

/** The interval of an inexact date, unless it is marked as uncertain. */
export const interval = (date: Pick<InexactDate, 'edtf'> | null): string | undefined =>
  date !== null && date.edtf.includes('/') && !/[?~%]/.test(date.edtf) ? date.edtf : undefined

/** Undefined instead of an empty list. */
export const some = <T>(list: readonly T[]): readonly T[] | undefined => (list.length ? list : undefined)

type Entry = { id: string; path: string; version: number; publishedAt: string; updatedAt: string }

/** The page of a record at its version, with the thing that it describes. */
export const entryLd = (record: Entry, name: string, lang: Lang, mainEntity: Thing): WithContext<WebPage> => ({
  ...CONTEXT,
  '@type': 'WebPage',
  '@id': pageAddress(lang, record.path),
  url: pageAddress(lang, record.path),
  name,
  inLanguage: lang,
  identifier: record.id,
  version: record.version,
  datePublished: record.publishedAt,
  dateModified: record.updatedAt,
  license: LICENCE,
  isPartOf: { '@id': pageAddress('en', '/') },
  publisher: { '@type': 'Organization', name: NAME, url: pageAddress('en', '/') },
  mainEntity,
})

/** The site with its search action, for the home page. */
export const websiteLd = (description: string, lang: Lang): WithContext<WebSite> => {
  const search: WithActionConstraints<SearchAction> = {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${pageAddress(lang, '/search')}?q={words}` },
    'query-input': 'required name=words',
  }
  return {
    ...CONTEXT,
    '@type': 'WebSite',
    '@id': pageAddress('en', '/'),
    url: pageAddress(lang, '/'),
    name: NAME,
    description,
    inLanguage: lang,
    license: LICENCE,
    potentialAction: search,
  }
}

/** The breadcrumb trail, ending with the page itself. */
export const breadcrumbLd = (
  trail: readonly { path: string; name: string }[],
  lang: Lang,
): WithContext<BreadcrumbList> => ({
  ...CONTEXT,
  '@type': 'BreadcrumbList',
  itemListElement: trail.map(({ path, name }, at) => ({
    '@type': 'ListItem',
    position: at + 1,
    name,
    item: pageAddress(lang, path),
  })),
})

export const saidIn = (text: Text, lang: Lang): string => localize(text, lang).text
