import { joinCellValues } from '@/lib/platform/files/columns'
import { columnsOf, sourceColumns } from '@/lib/records/shared/columns'
import { type FlatColumn, placeColumns, refColumns } from '@/lib/records/shared/flatten'
import { OFFICE, PARTY } from '@/lib/vocabularies/bodies'
import { Official, type Official as Record } from './schema'

/** Columns of an official's roles, in the same order in every column. */
const roles: FlatColumn<Record>[] = [
  ...(['en', 'es'] as const).map((lang): FlatColumn<Record> => ({
    name: `roles_${lang}`,
    type: 'list',
    label: {
      en: `Roles, ${lang === 'en' ? 'English' : 'Spanish'}`,
      es: `Cargos, en ${lang === 'en' ? 'inglés' : 'español'}`,
    },
    value: ({ roles }) => joinCellValues(roles.map((one) => one.title[lang] ?? one.title.en)),
  })),
  {
    name: 'offices',
    type: 'list',
    label: { en: 'Offices', es: 'Tipos de cargo' },
    vocabulary: OFFICE,
    value: ({ roles }) => joinCellValues(roles.map((one) => one.office)),
  },
  {
    name: 'parties',
    type: 'list',
    label: { en: 'Parties of the roles', es: 'Partidos de los cargos' },
    vocabulary: PARTY,
    value: ({ roles }) => joinCellValues(roles.map((one) => one.party)),
  },
  {
    name: 'terms',
    type: 'list',
    label: { en: 'Time in the roles, EDTF', es: 'Tiempo en los cargos, EDTF' },
    about: { en: '“..” where an end is not known.', es: '«..» donde no se conoce un extremo.' },
    value: ({ roles }) => joinCellValues(roles.map((one) => `${one.from?.edtf ?? '..'}/${one.to?.edtf ?? '..'}`)),
  },
  ...refColumns<Record>({ name: 'organization', label: { en: 'Organization', es: 'Organización' } }, ({ roles }) =>
    roles.flatMap((one) => one.organization ?? []),
  ),
  ...placeColumns<Record>({ name: 'jurisdiction', label: { en: 'Jurisdiction', es: 'Jurisdicción' } }, ({ roles }) =>
    roles.map((one) => one.jurisdiction),
  ),
]

export const officialColumns = columnsOf<Record>(Official, {
  roles: [...roles, ...sourceColumns<Record>(({ roles }) => roles.flatMap((one) => one.citations))],
})
