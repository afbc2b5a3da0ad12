import {
  type Given,
  type GivenRow,
  type Importer,
  type PlannedRow,
  type Problem,
  type RowProblems,
  error,
  warning,
} from '@/lib/platform/imports/importer'
import type { RecordTypes } from '@/lib/platform/publishing/record-type'
import { STATE_BY_USPS } from '@/lib/vocabularies/us-states'
import { publishPlaces } from '@/lib/records/jurisdictions/publish-places'
import { type ExistingPlace, type ExistingPlaces, readExistingPlaces } from './existing-places'
import { added, upgraded } from './place'
import { type CensusRow, readRow } from './row'

const words = (en: string, es: string) => ({ en, es })

const COLUMNS = [
  { name: 'geoid', label: words('GEOID', 'GEOID') },
  { name: 'usps', label: words('State', 'Estado'), required: true },
  { name: 'name_legal', label: words('Name', 'Nombre'), also: ['NAME', 'name_titlecased'], required: true },
  { name: 'name_short', label: words('Short name', 'Nombre corto') },
  { name: 'funcstat', label: words('Functional status', 'Estado funcional') },
  { name: 'ocd_id', label: words('OCD division', 'División OCD') },
  { name: 'population', label: words('Population', 'Población'), also: ['population_acs2023'] },
  { name: 'lat', label: words('Latitude', 'Latitud'), also: ['INTPTLAT'] },
  { name: 'lon', label: words('Longitude', 'Longitud'), also: ['INTPTLONG'] },
  { name: 'county_geoid', label: words('GEOID of the county', 'GEOID del condado'), also: ['county_geoids'] },
  { name: 'nces_leaid', label: words('NCES number', 'Número NCES') },
  {
    name: 'place',
    label: words('Published place', 'Lugar publicado'),
    about: words('The id of the published place, or “new”.', 'El ID del lugar publicado, o «new».'),
  },
]

/** Imports Census gazetteer files and lists of school districts: adds codes to existing places, and missing places. */
export const censusGazetteer = (types: RecordTypes): Importer => ({
  kind: 'census-gazetteer',
  label: words('Places, Census gazetteer', 'Lugares, nomenclátor del Censo'),
  about: words(
    'States, counties, places, towns and townships, or school districts. Recorded places get their GEOID, OCD id and population; missing ones are added.',
    'Estados, condados, lugares, pueblos y municipios (townships) o distritos escolares. Los lugares registrados reciben su GEOID, ID de OCD y población; los que faltan se añaden.',
  ),
  permission: 'place:import',
  columns: COLUMNS,
  chunk: 1_000,
  publish: publishPlaces(types),
  plan: async (rows, { tx }: Given) => {
    const known = await readExistingPlaces(tx)
    const read = rows.map((row) => ({ given: row, row: readRow(row.cells) }))
    const counts = new Map<string, number>()
    for (const { row } of read) if (row) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1)
    const planned = new Map<number, PlannedRow>()
    // Governments claim existing places before statistical places do, in any order of the file.
    for (const { given, row } of read.toSorted((a, b) => rank(a.row) - rank(b.row)))
      planned.set(given.row, planRow(given, row, known, row ? counts.get(keyOf(row))! : 0))
    return rows.map(({ row }) => planned.get(row)!)
  },
})

const keyOf = ({ usps, kind, short }: CensusRow): string => `${usps}:${kind}:${short.toLowerCase()}`
const rank = (row: CensusRow | null): number => (row && row.status !== 'S' ? 0 : 1)

const planRow = ({ cells }: GivenRow, row: CensusRow | null, known: ExistingPlaces, namesakes: number): PlannedRow => {
  const title = [cells.name_legal, cells.usps].filter(Boolean).join(', ')
  const refused = (column: string, problem: Problem) => ({ title, problems: { [column]: [problem] }, entries: [] })
  const making = ({ id, input }: ExistingPlace, problems: RowProblems = {}) => ({
    title,
    problems,
    entries: [{ type: 'jurisdictions', id, data: input }],
  })
  if (!row) return refused('geoid', error(NO_CODE, CHECK))
  if (!STATE_BY_USPS.has(row.usps) || !known.state(row.usps)) return refused('usps', error(noState(row.usps)))
  if (row.status === 'N') return refused('funcstat', error(NOT_FUNCTIONING))
  if (row.level === 'subdivision' && row.status === 'C') return refused('funcstat', error(CONSOLIDATED))
  if (PARTS[row.code]) return refused('geoid', error(PARTS[row.code]!))

  const chosen = cells.place && cells.place !== 'new' ? known.byId(cells.place) : undefined
  if (cells.place && cells.place !== 'new' && !chosen) return refused('place', error(NO_PLACE))
  const there = chosen ?? byCode(row, known)
  if (row.level === 'state' && there && there.input.geoid !== row.code)
    return refused('geoid', error(otherGeoid(row, there), CHECK))
  if (there) {
    known.claim(there.id)
    return making({ id: there.id, input: upgraded(there, row) })
  }
  if (row.level === 'place' || row.level === 'subdivision') {
    const found = cells.place === 'new' ? [] : known.nearby(row.usps, searched(row), row.point).filter(mayBe(row))
    const [first, second] = found
    if (first && second && second.km < 3 * first.km + 1)
      return refused(
        'place',
        error(several(row), CHOOSE, [...found.map(toChoice), { value: 'new', label: 'Another one' }]),
      )
    if (first) {
      known.claim(first.id)
      return making({ id: first.id, input: upgraded(first, row) })
    }
    if (row.status === 'F') return refused('funcstat', error(BALANCE))
  }
  const problems: RowProblems = row.kind === 'special' ? { name_legal: [warning(PLANNING_REGION)] } : {}
  return making(added(row, known, namesakes), problems)
}

const byCode = (row: CensusRow, known: ExistingPlaces): ExistingPlace | undefined =>
  row.level === 'state'
    ? known.state(row.usps)
    : row.level === 'school_district'
      ? known.byOcdId(row.ocdId ?? '')
      : known.byGeoid(row.code)

const searched = ({ kind, short }: CensusRow): string => (kind === 'township' ? `${short} Township` : short)

const NEW_ENGLAND = new Set(['CT', 'MA', 'ME', 'NH', 'RI', 'VT'])

/**
 * True if a row may match an existing place without a GEOID. In New England, towns are the governments and statistical
 * places are parts of them. Elsewhere, a city or village with a town's name is a separate government.
 */
const mayBe =
  (row: CensusRow) =>
  ({ input }: ExistingPlace) => {
    if (row.level === 'subdivision')
      return row.kind === 'township' ? input.kind === 'township' : NEW_ENGLAND.has(row.usps) || input.kind === 'town'
    return input.kind !== 'township' && !(row.status === 'S' && NEW_ENGLAND.has(row.usps))
  }

const toChoice = ({ id, input }: ExistingPlace) => ({ value: id, label: `${input.fullName} (${input.path})` })

/** Areas that the Census Bureau counts separately, but that belong to a government recorded under another code. */
const PARTS: Readonly<Record<string, { en: string; es: string }>> = {
  '1571550': words(
    'The government of Honolulu is that of the county (GEOID 15003); the Census Bureau counts its urban part apart.',
    'El gobierno de Honolulu es el del condado (GEOID 15003); la Oficina del Censo cuenta aparte su zona urbana.',
  ),
}

const several = ({ legal }: CensusRow) =>
  words(
    `Several recorded places near it could be “${legal}”.`,
    `Varios lugares registrados cercanos podrían ser «${legal}».`,
  )
const otherGeoid = ({ code }: CensusRow, { input }: ExistingPlace) =>
  words(
    `${input.name} is recorded with the GEOID ${input.geoid}, not ${code}.`,
    `${input.name} consta con el GEOID ${input.geoid}, no ${code}.`,
  )
const noState = (usps: string) =>
  words(`“${usps}” is no state that is recorded.`, `«${usps}» no es un estado registrado.`)
const NO_CODE = words(
  'The row has no name or no GEOID of 2, 5, 7 or 10 digits.',
  'La fila no tiene nombre o no tiene un GEOID de 2, 5, 7 o 10 cifras.',
)
const CHECK = words('Check whether zeros at the start were lost.', 'Compruebe si se perdieron ceros iniciales.')
const CHOOSE = words('Choose which one it is.', 'Elija cuál es.')
const NO_PLACE = words('No place has this id.', 'Ningún lugar tiene este ID.')
const NOT_FUNCTIONING = words(
  'The Census Bureau lists it as a government that does not function: another one governs here.',
  'La Oficina del Censo lo considera un gobierno que no funciona: aquí gobierna otro.',
)
const CONSOLIDATED = words(
  'Its government is that of the city or village of the same area, which is recorded by itself.',
  'Su gobierno es el de la ciudad o villa de la misma zona, que se registra por sí misma.',
)
const BALANCE = words(
  'It is what remains of a consolidated government, whose county is recorded.',
  'Es el resto de un gobierno consolidado, cuyo condado está registrado.',
)
const PLANNING_REGION = words(
  'Connecticut’s planning regions stand beside its eight historical counties, which stay.',
  'Las regiones de planificación de Connecticut figuran junto a sus ocho condados históricos, que se mantienen.',
)
