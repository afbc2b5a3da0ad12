import { sql } from '@/lib/platform/database/sql'
import { ENTERED, UPDATED } from '@/lib/platform/lists/sorts'
import { defineRecordType } from '@/lib/records/define-record-type'
import { WHAT, noteSection } from '@/lib/records/shared/form-sections'
import { aliasOtherName } from '@/lib/records/shared/merge-rules'
import { ORGANIZATION_KIND } from '@/lib/vocabularies/bodies'
import { organizationColumns } from './columns'
import { organizationFilters } from './filters'
import { Organization, OrganizationInput, organizationTitle } from './schema'

export const organizations = defineRecordType({
  name: 'organizations',
  table: 'organization',
  labels: {
    one: { en: 'Organization', es: 'Organización' },
    other: { en: 'Organizations', es: 'Organizaciones' },
    about: {
      en: 'A public body: a police department, a school district, a governor’s office.',
      es: 'Un organismo público: una policía, un distrito escolar, una oficina del gobernador.',
    },
  },
  record: Organization,
  input: OrganizationInput,
  filters: organizationFilters,
  sorts: {
    name: {
      column: 'name',
      tableColumn: 'entry',
      descending: false,
      valueType: 'text',
      label: { en: 'By name', es: 'Por nombre' },
    },
    entered: ENTERED,
    updated: UPDATED,
  },
  columns: organizationColumns,
  tableColumns: ['kind', 'jurisdiction'],
  form: [
    { title: WHAT, fields: ['name', 'kind', 'aliases'] },
    { title: { en: 'Where', es: 'Dónde' }, fields: ['jurisdictionId', 'servesIds'] },
    noteSection,
  ],
  createInline: (name, placeId) => ({ name, ...(placeId && { jurisdictionId: placeId }) }),
  title: organizationTitle,
  titleSql: sql`r.name`,
  summary: ({ jurisdiction }) => jurisdiction.name,
  choice: ({ name, jurisdiction }) => ({ label: name, about: jurisdiction.name }),
  searchText: ({ name, aliases, kind, jurisdiction, serves }) => ({
    names: [name, ...aliases, jurisdiction.name, ...serves.map((one) => one.name)],
    en: [ORGANIZATION_KIND[kind].en],
    es: [ORGANIZATION_KIND[kind].es],
  }),
  names: ({ name, aliases }) => [name, ...aliases].map((one) => ({ name: one, weight: 0 })),
  linkedBy: ['organizationId'],
  merge: {
    uniqueColumns: [],
    unitedLists: ['aliases', 'servesIds'],
    adjust: (merged, other) => {
      aliasOtherName(merged, other)
      merged.servesIds = (merged.servesIds as string[]).filter((id) => id !== merged.jurisdictionId)
    },
  },
  storage: async () => (await import('./storage')).storage,
})
