import type { Lang } from '@/lib/platform/i18n/locale'
import { titleOf } from '@/lib/records/titles'
import { pageAddress } from '@/lib/features/social-preview/address'
import type { TypedRecord } from '@/lib/records/registry'
import type { Citable } from './citable'

/** A version of a record, cited by its permanent URL, without the slug after the id. */
export const citableRecord = (of: TypedRecord, lang: Lang, accessed: string): Citable => {
  const { id, path, version, updatedAt } = of.record
  const permanent = of.type === 'jurisdictions' ? path : `/${of.type}/${id}`
  return {
    kind: 'record',
    id,
    title: titleOf(of, lang),
    address: pageAddress(lang, `${permanent}?version=${version}`),
    published: updatedAt.slice(0, 10),
    version: String(version),
    accessed,
  }
}

/** The dataset release of a day. */
export const citableDataset = (title: string, asOf: string, lang: Lang, accessed: string): Citable => ({
  kind: 'dataset',
  id: 'dataset',
  title,
  address: pageAddress(lang, '/data'),
  published: asOf.slice(0, 10),
  version: asOf.slice(0, 10),
  accessed,
})

/** A filtered list as of the last publication. */
export const citableView = (title: string, path: string, asOf: string, lang: Lang, accessed: string): Citable => ({
  kind: 'view',
  id: `view-${asOf.slice(0, 10)}`,
  title,
  address: pageAddress(lang, path),
  published: asOf.slice(0, 10),
  version: null,
  accessed,
})
