import { mapInSlices } from '@/lib/platform/imports/map-in-slices'
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
import { localizedText } from '@/lib/platform/i18n/translate'

const COLUMNS = [
  { name: 'geoid', label: localizedText('importers.census.columns.geoid') },
  { name: 'usps', label: localizedText('importers.census.columns.usps'), required: true },
  {
    name: 'name_legal',
    label: localizedText('importers.census.columns.nameLegal'),
    also: ['NAME', 'name_titlecased'],
    required: true,
  },
  { name: 'name_short', label: localizedText('importers.census.columns.nameShort') },
  { name: 'funcstat', label: localizedText('importers.census.columns.funcstat') },
  { name: 'ocd_id', label: localizedText('importers.census.columns.ocdId') },
  { name: 'population', label: localizedText('importers.census.columns.population'), also: ['population_acs2023'] },
  { name: 'lat', label: localizedText('importers.census.columns.lat'), also: ['INTPTLAT'] },
  { name: 'lon', label: localizedText('importers.census.columns.lon'), also: ['INTPTLONG'] },
  { name: 'county_geoid', label: localizedText('importers.census.columns.countyGeoid'), also: ['county_geoids'] },
  { name: 'nces_leaid', label: localizedText('importers.census.columns.ncesLeaid') },
  {
    name: 'place',
    label: localizedText('importers.census.columns.place'),
    about: localizedText('importers.census.columns.placeAbout'),
  },
]

/** Imports Census gazetteer files and lists of school districts: adds codes to existing places, and missing places. */
export const censusGazetteer = (types: RecordTypes): Importer => ({
  kind: 'census-gazetteer',
  isPublicList: true,
  label: localizedText('importers.census.label'),
  about: localizedText('importers.census.about'),
  permission: 'place:import',
  columns: COLUMNS,
  chunk: 1_000,
  publish: publishPlaces(types),
  plan: async (rows, { tx }: Given) => {
    const known = await readExistingPlaces(tx)
    const read = await mapInSlices(rows, (row) => ({ given: row, row: readRow(row.cells) }))
    const counts = new Map<string, number>()
    for (const { row } of read) if (row) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1)
    const planned = new Map<number, PlannedRow>()
    // Governments claim existing places before statistical places do, in any order of the file.
    const inOrder = read.toSorted((a, b) => rank(a.row) - rank(b.row))
    await mapInSlices(inOrder, ({ given, row }) =>
      planned.set(given.row, planRow(given, row, known, row ? counts.get(keyOf(row))! : 0)),
    )
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
  '1571550': localizedText('importers.census.honolulu'),
}

const several = ({ legal }: CensusRow) => localizedText('importers.census.severalPlaces', { legal })
const otherGeoid = ({ code }: CensusRow, { input }: ExistingPlace) =>
  localizedText('importers.census.otherGeoid', { name: input.name, geoid: input.geoid ?? '–', code })
const noState = (usps: string) => localizedText('importers.census.unknownState', { usps })
const NO_CODE = localizedText('importers.census.noCode')
const CHECK = localizedText('importers.census.checkZeros')
const CHOOSE = localizedText('importers.census.choose')
const NO_PLACE = localizedText('importers.census.noSuchPlace')
const NOT_FUNCTIONING = localizedText('importers.census.notFunctioning')
const CONSOLIDATED = localizedText('importers.census.consolidated')
const BALANCE = localizedText('importers.census.balance')
const PLANNING_REGION = localizedText('importers.census.planningRegion')
