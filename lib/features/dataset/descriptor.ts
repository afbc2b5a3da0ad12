import type { LocalizedText } from '@/lib/platform/i18n/locale'
import type { ZipOutput } from '@/lib/platform/files/zip-write'
import type { ColumnType } from '@/lib/platform/files/columns'
import { LICENCE_URL } from '@/lib/features/exports/formats'
import type { FlatColumn } from '@/lib/records/shared/flatten'
import { columnsFor } from '@/lib/records/columns'
import type { AnyRegistry } from '@/lib/records/create-registry'
import { RECORD_TYPES, type RecordTypeName } from '@/lib/records/registry'
import { pageAddress } from '@/lib/features/social-preview/address'

export type RecordTypeText = Readonly<Record<string, { title: string; about: string }>>

/** A table of the dataset: a record type with its size. */
export type TableSize = { type: RecordTypeName; rows: number; columns: number }

/** The path of a record type's CSV file in the archive. */
export const csvPath = (recordType: string): string => `data/${recordType}.csv`

const TYPE: Partial<Record<ColumnType, object>> = { list: { type: 'list', itemType: 'string', delimiter: '; ' } }

const fieldOf = ({ name, type, label, about, vocabulary }: FlatColumn<never>) => ({
  name,
  title: label.en,
  ...(TYPE[type] ?? { type }),
  ...(about && { description: about.en }),
  ...(vocabulary &&
    type === 'string' && {
      categories: Object.entries(vocabulary).map(([value, term]: [string, LocalizedText]) => ({
        value,
        label: term.en,
      })),
    }),
  ...(name === 'id' && { constraints: { required: true, unique: true } }),
})

/** The content of datapackage.json, following Data Package v2. */
export const descriptor = (
  asOf: string,
  texts: RecordTypeText,
  written: readonly ZipOutput[],
  registry: AnyRegistry = RECORD_TYPES,
) => ({
  $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
  name: 'local-record',
  id: pageAddress('en', '/data'),
  title: 'Local Record',
  description: 'A sourced record of how US states and localities answer federal immigration enforcement.',
  version: asOf.slice(0, 10),
  created: asOf,
  homepage: pageAddress('en', '/'),
  licenses: [{ name: 'CC-BY-4.0', path: LICENCE_URL, title: 'Creative Commons Attribution 4.0' }],
  contributors: [{ title: 'Local Record', roles: ['publisher'] }],
  sources: [{ title: 'GeoNames', path: 'https://www.geonames.org/' }],
  resources: Object.keys(registry).map((recordType) => {
    const file = written.find(({ path }) => path === csvPath(recordType))!
    return {
      name: recordType,
      type: 'table',
      path: file.path,
      title: texts[recordType]!.title,
      description: texts[recordType]!.about,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      bytes: file.bytes,
      hash: `sha256:${file.sha256}`,
      schema: {
        $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
        fields: columnsFor(recordType, registry).map((column) => fieldOf(column as FlatColumn<never>)),
        primaryKey: ['id'],
      },
    }
  }),
})
