import { mapInSlices } from '@/lib/platform/imports/map-in-slices'
import {
  type GivenRow,
  type Importer,
  type PlannedRow,
  type Problem,
  type RowProblems,
  error,
  warning,
} from '@/lib/platform/imports/importer'
import { idFor } from '@/lib/platform/publishing/ids'
import type { OfficialInput } from '@/lib/records/officials/schema'
import { type Places, readPlaces } from '../places'
import { type ExistingOfficials, type ExistingOfficial, readExistingOfficials } from './existing-officials'
import { overlapping, withTerms } from './roles'
import { type Add, termOf } from './term'
import { localizedText } from '@/lib/platform/i18n/translate'

export const TERM_COLUMNS = [
  { name: 'bioguide', label: localizedText('importers.congress.columns.bioguide'), required: true },
  { name: 'chamber', label: localizedText('importers.congress.columns.chamber'), required: true },
  { name: 'usps', label: localizedText('importers.congress.columns.usps'), required: true },
  { name: 'district', label: localizedText('importers.congress.columns.district') },
  { name: 'party', label: localizedText('importers.congress.columns.party') },
  {
    name: 'from',
    label: localizedText('importers.congress.columns.from'),
    also: ['term_start', 'start'],
    required: true,
  },
  { name: 'to', label: localizedText('importers.congress.columns.to'), also: ['term_end', 'end'], required: true },
] as const

const COLUMNS = [
  ...TERM_COLUMNS,
  { name: 'name', label: localizedText('importers.congress.columns.name'), also: ['official_full'], required: true },
  { name: 'first', label: localizedText('importers.congress.columns.first') },
  { name: 'last', label: localizedText('importers.congress.columns.last') },
  { name: 'nickname', label: localizedText('importers.congress.columns.nickname') },
  {
    name: 'official',
    label: localizedText('importers.congress.columns.official'),
    about: localizedText('importers.congress.columns.officialAbout'),
  },
]

/** Imports members of Congress with their current terms from the data set congress-legislators. */
export const congressMembers: Importer = {
  kind: 'congress-members',
  isPublicList: true,
  label: localizedText('importers.congress.members.label'),
  about: localizedText('importers.congress.members.about'),
  permission: 'record:import',
  columns: COLUMNS,
  plan: async (rows, { tx }) => {
    const [places, known] = [await readPlaces(tx), await readExistingOfficials(tx)]
    return mapInSlices(rows, (row) => planRow(row, places, known))
  },
}

const planRow = ({ cells }: GivenRow, places: Places, known: ExistingOfficials): PlannedRow => {
  const problems: RowProblems = {}
  const add: Add = (column, problem: Problem) => (problems[column] = [...(problems[column] ?? []), problem])
  const { bioguide = '', name } = cells
  const title = [name, cells.usps].filter(Boolean).join(', ')
  if (!/^[A-Z]\d{6}$/.test(bioguide))
    add('bioguide', error(localizedText('importers.congress.badBioguide', { bioguide })))
  if (!name) add('name', error(localizedText('importers.congress.noName')))
  const term = termOf(cells, places, add)
  if (!term || !name || problems.bioguide) return { title, problems, entries: [] }

  const names = namesOf(cells)
  const existing = known.byBioguide(bioguide) ?? choose(cells.official, names, term.usps, known, add)
  if (problems.official) return { title, problems, entries: [] }
  const roles = existing?.data.roles ?? []
  const other = overlapping(roles, term)
  if (other) add('from', warning(overlap(other)))
  const aliases = names.filter((one) => one !== (existing?.data.name ?? name) && !existing?.data.aliases.includes(one))
  const data: OfficialInput = {
    name: existing?.data.name ?? name,
    aliases: [...(existing?.data.aliases ?? []), ...aliases],
    bioguide,
    note: existing?.data.note ?? null,
    roles: withTerms(roles, [term], known.source.id, bioguide),
  }
  const { source } = known
  const id = existing?.id ?? idFor('officials', `bioguide:${bioguide}`)
  return {
    title,
    problems,
    entries: [
      ...(source.data && data.roles.length > roles.length
        ? [{ type: 'sources', id: source.id, data: source.data }]
        : []),
      { type: 'officials', id, data },
    ],
  }
}

/** Variants of a person's name in a row. */
const namesOf = ({ name, first, last, nickname }: Readonly<Record<string, string>>): string[] => [
  ...new Set(
    [name, first && last && `${first} ${last}`, nickname && last && `${nickname} ${last}`].filter(
      (one) => one !== undefined && one !== '',
    ) as string[],
  ),
]

/** The published official that the row updates. A namesake in the state matches only if an editor confirms it. */
const choose = (
  chosen: string | undefined,
  names: readonly string[],
  usps: string,
  known: ExistingOfficials,
  add: Add,
): ExistingOfficial | undefined => {
  if (chosen === 'new') return undefined
  if (chosen) {
    const one = known.byId(chosen)
    if (!one) add('official', error(localizedText('importers.congress.noSuchOfficial')))
    return one
  }
  const same = known.named(names, usps).filter(({ data }) => data.bioguide === null)
  if (same.length)
    add(
      'official',
      error(localizedText('importers.congress.sameName'), localizedText('importers.congress.saySamePerson'), [
        ...same.map(({ id, title }) => ({ value: id, label: title })),
        { value: 'new', label: 'Another person' },
      ]),
    )
  return undefined
}

export const overlap = (role: OfficialInput['roles'][number]) => {
  const span = `${role.from?.edtf ?? '..'}/${role.to?.edtf ?? '..'}`
  return localizedText('importers.congress.overlap', { span })
}
