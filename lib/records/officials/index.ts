import { sql } from '@/lib/platform/database/sql'
import { type Lang, localize } from '@/lib/platform/i18n/locale'
import { ENTERED, UPDATED } from '@/lib/platform/lists/sorts'
import { defineRecordType } from '@/lib/records/define-record-type'
import { aliasOtherName } from '@/lib/records/shared/merge-rules'
import { noteSection } from '@/lib/records/shared/form-sections'
import { joinParts } from '@/lib/records/shared/join-parts'
import { today } from '@/lib/text/today'
import { officialColumns } from './columns'
import { officialFilters } from './filters'
import { importSetters } from './import'
import { currentRole } from './role-on'
import { Official, OfficialInput, officialTitle } from './schema'

export const officials = defineRecordType({
  name: 'officials',
  table: 'official',
  labels: {
    one: { en: 'Official', es: 'Funcionario' },
    other: { en: 'Officials', es: 'Funcionarios' },
    about: { en: 'A person in public office, with dated roles.', es: 'Una persona en un cargo público, con fechas.' },
  },
  record: Official,
  input: OfficialInput,
  filters: officialFilters,
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
  columns: officialColumns,
  tableColumns: ['roles', 'jurisdiction', 'parties'],
  form: [
    { title: { en: 'Who it is', es: 'Quién es' }, fields: ['name', 'aliases', 'bioguide'] },
    {
      title: { en: 'Offices held', es: 'Cargos ocupados' },
      about: {
        en: 'The role shown beside a statement is the one held on that day.',
        es: 'Junto a una declaración se muestra el cargo ocupado ese día.',
      },
      fields: ['roles'],
    },
    noteSection,
  ],
  createInline: (name, placeId) => ({ name, roles: [placeId ? { jurisdictionId: placeId } : {}] }),
  title: officialTitle,
  titleSql: sql`r.name`,
  summary: ({ roles }, lang) => currentRoleText(roles, lang),
  choice: ({ name, roles }, lang) => ({ label: name, about: currentRoleText(roles, lang) }),
  searchText: ({ name, aliases, roles }) => ({
    names: [name, ...aliases, ...roles.flatMap((role) => [role.jurisdiction.name, role.organization?.name ?? ''])],
    en: roles.map((role) => role.title.en),
    es: roles.map((role) => role.title.es ?? ''),
  }),
  names: ({ name, aliases }) => [name, ...aliases].map((one) => ({ name: one, weight: 0 })),
  linkedBy: ['officialId'],
  evidence: { firstCitation: 'roles' },
  merge: { uniqueColumns: ['bioguide'], unitedLists: ['aliases', 'roles'], adjust: aliasOtherName },
  importSetters,
  storage: async () => (await import('./storage')).storage,
})

const currentRoleText = (roles: Official['roles'], lang: Lang): string => {
  const role = currentRole(roles, today())
  return role ? joinParts([localize(role.title, lang).text, role.organization?.name ?? role.jurisdiction.name]) : ''
}
