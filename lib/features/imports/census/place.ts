import { idFor } from '@/lib/platform/publishing/ids'
import type { JurisdictionInput } from '@/lib/records/jurisdictions/schema'
import { slug } from '@/lib/records/jurisdictions/gazetteer/names'
import { STATE_BY_USPS } from '@/lib/vocabularies/us-states'
import type { ExistingPlace, ExistingPlaces } from './existing-places'
import type { CensusRow } from './row'
import { localizedText } from '@/lib/platform/i18n/translate'

/** A published place updated from a row. Its name, path and position do not change. */
export const upgraded = ({ input }: ExistingPlace, row: CensusRow): JurisdictionInput => {
  const asCounty = row.level === 'county' && input.countyGeoid === row.code && input.geoid !== row.code
  if (asCounty) return input
  const population = row.population ?? input.population
  return {
    ...input,
    geoid: row.level === 'school_district' ? input.geoid : row.code,
    ocdId: row.ocdId ?? input.ocdId,
    kind: input.kind === 'place' ? row.kind : input.kind,
    population,
    // Drops the note that GeoNames counts only the urban center, because the Census Bureau counts the whole.
    note: population !== input.population && input.note?.en.startsWith('The population is that') ? null : input.note,
    lat: input.lat ?? row.point?.[1] ?? null,
    lon: input.lon ?? row.point?.[0] ?? null,
  }
}

const KEYS = {
  state: 'state',
  county: 'county',
  place: 'place',
  subdivision: 'place',
  school_district: 'nces',
} as const

/** A new place. `namesakes`: the number of rows with its name in its state. */
export const added = (row: CensusRow, known: ExistingPlaces, namesakes: number): ExistingPlace => {
  const { usps, level, kind, code } = row
  const state = STATE_BY_USPS.get(usps)!
  const county = row.countyGeoid ? known.byGeoid(row.countyGeoid) : undefined
  const countyName = county?.input.name ?? null
  const name = nameOf(row)
  const base = `/${usps.toLowerCase()}/${slug(name)}${level === 'school_district' ? '-school-district' : ''}`
  const of = level === 'school_district' ? ' (school district)' : ''
  const inCounty = countyName && {
    path: `${base}-${slug(countyName)}`,
    fullName: `${name}${of ? ' (school district, ' : ' ('}${countyName}), ${state.name}`,
  }
  const asTown = kind === 'town' && { path: `${base}-town`, fullName: `${name} (town), ${state.name}` }
  const ways = [
    ...(namesakes > 1 && inCounty && kind === 'township'
      ? []
      : [{ path: base, fullName: `${name}${of}, ${state.name}` }]),
    ...(asTown ? [asTown] : []),
    ...(inCounty ? [inCounty] : []),
    { path: `${base}-${code}`, fullName: `${name}${of} (${code}), ${state.name}` },
  ]
  const way = ways[known.freePath(ways.map(({ path }) => path))] ?? ways.at(-1)!
  const input: JurisdictionInput = {
    kind,
    name,
    usps,
    geoid: level === 'school_district' ? null : code,
    ocdId: row.ocdId,
    geonamesId: null,
    countyGeoid: null,
    population: row.population,
    lat: row.point?.[1] ?? null,
    lon: row.point?.[0] ?? null,
    aliases: [],
    note: level === 'school_district' ? localizedText('importers.census.ncesNote', { code }) : null,
    ...way,
    parentId: parentOf(row, known, county)?.id ?? null,
  }
  return { id: idFor('jurisdictions', `${KEYS[level]}:${code}`), input }
}

const nameOf = ({ kind, short }: CensusRow): string => (kind === 'township' ? `${short} Township` : short)

/** The containing county if it is recorded; for a school district, the prefix of its Open Civic Data id. */
const parentOf = (
  row: CensusRow,
  known: ExistingPlaces,
  county: ExistingPlace | undefined,
): ExistingPlace | undefined => {
  const state = known.state(row.usps)
  if (row.level === 'school_district')
    return known.byOcdId(row.ocdId?.replace(/\/school_district:.*$/, '') ?? '') ?? state
  return row.level === 'county' || county?.input.kind === 'special' ? state : (county ?? state)
}
