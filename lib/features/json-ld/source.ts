import type { Article, CreativeWork, Dataset, WebPage, WithContext } from 'schema-dts'
import type { Lang } from '@/lib/platform/i18n/locale'
import type { Citation } from '@/lib/records/shared/citation'
import type { Source } from '@/lib/records/sources/schema'
import { entryLd, exactDate, some, thingId } from './entry'

const TYPE = {
  official_document: 'CreativeWork',
  official_statement: 'CreativeWork',
  local_news: 'NewsArticle',
  national_news: 'NewsArticle',
  advocacy: 'Article',
  aggregator: 'Article',
  academic: 'ScholarlyArticle',
  social_media: 'SocialMediaPosting',
  dataset: 'Dataset',
} as const satisfies Record<Source['kind'], string>

type Document = Article | CreativeWork | Dataset
type Cited = Pick<Citation['source'], 'path' | 'name' | 'kind' | 'url' | 'archiveUrl' | 'outlet' | 'published'>

const documentNode = ({ path, name, kind, url, archiveUrl, outlet, published }: Cited) => ({
  '@type': TYPE[kind],
  '@id': thingId(path),
  name,
  url: url ?? undefined,
  archivedAt: archiveUrl ?? undefined,
  datePublished: exactDate(published),
  publisher: { '@type': 'Organization' as const, name: outlet },
})

/** The cited documents, without duplicates. */
export const citedNodes = (citations: readonly Citation[]): Document[] => [
  ...new Map(citations.map(({ source }) => [source.id, documentNode(source)])).values(),
]

export const sourceLd = (record: Source, lang: Lang): WithContext<WebPage> =>
  entryLd(record, record.title, lang, {
    ...documentNode({ ...record, name: record.title }),
    author: some(record.authors.map((name) => ({ '@type': 'Person', name }))),
    isBasedOn: some(
      record.lineage.map(({ source }) => ({ '@type': 'CreativeWork', '@id': thingId(source.path), name: source.name })),
    ),
  })
