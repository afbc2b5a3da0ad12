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

const words = (en: string, es: string) => ({ en, es })

export const TERM_COLUMNS = [
  { name: 'bioguide', label: words('Bioguide ID', 'ID de Bioguide'), required: true },
  { name: 'chamber', label: words('Chamber', 'Cámara'), required: true },
  { name: 'usps', label: words('State', 'Estado'), required: true },
  { name: 'district', label: words('District', 'Distrito') },
  { name: 'party', label: words('Party', 'Partido') },
  { name: 'from', label: words('Begins', 'Comienza'), also: ['term_start', 'start'], required: true },
  { name: 'to', label: words('Ends', 'Termina'), also: ['term_end', 'end'], required: true },
] as const

const COLUMNS = [
  ...TERM_COLUMNS,
  { name: 'name', label: words('Name', 'Nombre'), also: ['official_full'], required: true },
  { name: 'first', label: words('First name', 'Nombre de pila') },
  { name: 'last', label: words('Last name', 'Apellido') },
  { name: 'nickname', label: words('Nickname', 'Apodo') },
  {
    name: 'official',
    label: words('Published official', 'Cargo publicado'),
    about: words('The id of the published official, or “new”.', 'El ID de la persona publicada, o «new».'),
  },
]

/** Imports members of Congress with their current terms from the data set congress-legislators. */
export const congressMembers: Importer = {
  kind: 'congress-members',
  label: words('Members of Congress', 'Miembros del Congreso'),
  about: words(
    'A list of congress-legislators: each row is a person with the current term. Earlier terms come with the file of terms.',
    'Una lista de congress-legislators: cada fila es una persona con el mandato actual. Los anteriores vienen en el archivo de mandatos.',
  ),
  permission: 'record:import',
  columns: COLUMNS,
  plan: async (rows, { tx }) => {
    const [places, known] = [await readPlaces(tx), await readExistingOfficials(tx)]
    return rows.map((row) => planRow(row, places, known))
  },
}

const planRow = ({ cells }: GivenRow, places: Places, known: ExistingOfficials): PlannedRow => {
  const problems: RowProblems = {}
  const add: Add = (column, problem: Problem) => (problems[column] = [...(problems[column] ?? []), problem])
  const { bioguide = '', name } = cells
  const title = [name, cells.usps].filter(Boolean).join(', ')
  if (!/^[A-Z]\d{6}$/.test(bioguide))
    add(
      'bioguide',
      error(
        words(
          `“${bioguide}” is no Bioguide ID such as C000127.`,
          `«${bioguide}» no es un ID de Bioguide como C000127.`,
        ),
      ),
    )
  if (!name) add('name', error(words('The name is missing.', 'Falta el nombre.')))
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
    if (!one) add('official', error(words('No official has this id.', 'Ninguna persona tiene este ID.')))
    return one
  }
  const same = known.named(names, usps).filter(({ data }) => data.bioguide === null)
  if (same.length)
    add(
      'official',
      error(
        words(
          'An official of this name is published for the state, without a Bioguide ID.',
          'Ya hay una persona con este nombre en el estado, sin ID de Bioguide.',
        ),
        words('Say whether it is the same person.', 'Indique si es la misma persona.'),
        [...same.map(({ id, title }) => ({ value: id, label: title })), { value: 'new', label: 'Another person' }],
      ),
    )
  return undefined
}

export const overlap = (role: OfficialInput['roles'][number]) => {
  const span = `${role.from?.edtf ?? '..'}/${role.to?.edtf ?? '..'}`
  return words(
    `The published entry has this seat for ${span}, a part of this term. It is left as it is.`,
    `La entrada publicada tiene este escaño para ${span}, una parte de este mandato. Se deja como está.`,
  )
}
