import { sql } from '@/lib/platform/database/sql'
import { ENTERED, UPDATED } from '@/lib/platform/lists/sorts'
import { defineRecordType } from '@/lib/records/define-record-type'
import { WHAT, noteSection } from '@/lib/records/shared/form-sections'
import { JURISDICTION_KIND } from '@/lib/vocabularies/bodies'
import { jurisdictionColumns } from './columns'
import { jurisdictionFilters } from './filters'
import { importSetters } from './import'
import { Jurisdiction, JurisdictionInput, jurisdictionTitle } from './schema'

/** Searchable names of a place: its name, its name with the state, its aliases. Larger places rank first. */
export const jurisdictionNames = (record: Pick<Jurisdiction, 'name' | 'fullName' | 'aliases' | 'population'>) =>
  [...new Set([record.name, record.fullName, ...record.aliases])].map((name) => ({
    name,
    weight: record.population ?? 0,
  }))

export const jurisdictions = defineRecordType({
  name: 'jurisdictions',
  table: 'jurisdiction',
  labels: {
    one: { en: 'Jurisdiction', es: 'Jurisdicción' },
    other: { en: 'Places', es: 'Lugares' },
    about: {
      en: 'A place that is not in the registers, such as a school district.',
      es: 'Un lugar que no está en los registros, como un distrito escolar.',
    },
  },
  record: Jurisdiction,
  input: JurisdictionInput,
  filters: jurisdictionFilters,
  sorts: {
    name: {
      column: 'full_name',
      tableColumn: 'entry',
      descending: false,
      valueType: 'text',
      label: { en: 'By name', es: 'Por nombre' },
    },
    population: {
      column: 'population',
      tableColumn: 'population',
      descending: true,
      valueType: 'integer',
      label: { en: 'Most people first', es: 'Más habitantes primero' },
    },
    entered: ENTERED,
    updated: UPDATED,
  },
  columns: jurisdictionColumns,
  tableColumns: ['kind', 'geoid', 'population'],
  form: [
    { title: WHAT, fields: ['name', 'fullName', 'kind', 'aliases'] },
    {
      title: { en: 'Where', es: 'Dónde' },
      fields: ['usps', 'parentId', 'path', 'lat', 'lon', 'population'],
    },
    {
      title: { en: 'In registers', es: 'En los registros' },
      fields: ['geoid', 'countyGeoid', 'ocdId', 'geonamesId'],
    },
    noteSection,
  ],
  createInline: (name) => ({ name }),
  path: (input) => input.path,
  title: jurisdictionTitle,
  titleSql: sql`r.full_name`,
  summary: ({ fullName }) => fullName,
  choice: ({ fullName, kind }, lang) => ({ label: fullName, about: JURISDICTION_KIND[kind][lang] }),
  searchText: ({ fullName, aliases, kind }) => ({
    names: [fullName, ...aliases],
    en: [JURISDICTION_KIND[kind].en],
    es: [JURISDICTION_KIND[kind].es],
  }),
  names: jurisdictionNames,
  linkedBy: ['jurisdictionId', 'parentId', 'placeIds', 'servesIds'],
  importSetters,
  bulkImport: {
    permission: 'place:import',
    chunk: 500,
    publish:
      (types) =>
      async (...entries) =>
        (await import('./publish-places')).publishPlaces(types)(...entries),
  },
  storage: async () => (await import('./storage')).storage,
})
