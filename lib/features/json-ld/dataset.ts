import type { Dataset, WithContext } from 'schema-dts'
import type { Lang } from '@/lib/platform/i18n/locale'
import { releaseName } from '@/lib/features/dataset/release'
import { LICENCE_URL } from '@/lib/features/exports/formats'
import { pageAddress } from '@/lib/features/social-preview/address'
import { RECORD_TYPE_NAMES } from '@/lib/records/registry'

type Words = { title: string; description: string }

/** The dataset, for dataset search engines. */
export const datasetLd = (asOf: string, { title, description }: Words, lang: Lang): WithContext<Dataset> => ({
  '@context': 'https://schema.org',
  '@type': 'Dataset',
  '@id': pageAddress('en', '/data'),
  name: `Local Record: ${title}`,
  description,
  url: pageAddress(lang, '/data'),
  inLanguage: lang,
  version: asOf.slice(0, 10),
  dateModified: asOf,
  license: LICENCE_URL,
  isAccessibleForFree: true,
  creator: { '@type': 'Organization', name: 'Local Record', url: pageAddress('en', '/') },
  spatialCoverage: 'United States',
  distribution: [
    {
      '@type': 'DataDownload',
      encodingFormat: 'application/zip',
      contentUrl: pageAddress('en', `/data/${releaseName(asOf)}`),
    },
    ...RECORD_TYPE_NAMES.map((type) => ({
      '@type': 'DataDownload' as const,
      name: type,
      encodingFormat: 'text/csv',
      contentUrl: pageAddress('en', `/${type}.csv`),
    })),
  ],
})
