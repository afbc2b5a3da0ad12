import type { Cells } from '@/lib/platform/files/grid'
import type { JurisdictionKind } from '@/lib/vocabularies/bodies'

export type Level = 'state' | 'county' | 'place' | 'subdivision' | 'school_district'

/** A row of a Census gazetteer file, or of a list of school districts. */
export type CensusRow = {
  level: Level
  /** The Census Bureau's GEOID, or the NCES number of a school district. */
  code: string
  usps: string
  legal: string
  short: string
  kind: JurisdictionKind
  /** The Census status: A active, F part of a consolidated government, N not functioning, S statistical. */
  status: string
  ocdId: string | null
  population: number | null
  point: [lon: number, lat: number] | null
  /** The containing county, if there is exactly one. */
  countyGeoid: string | null
}

const LEVELS: Readonly<Record<number, Level>> = { 2: 'state', 5: 'county', 7: 'place', 10: 'subdivision' }

const ENDING =
  / (city and borough|unified government|consolidated government|metro(politan)? government|urban county|zona urbana|charter township|township|plantation|comunidad|municipality|corporation|village|borough|city|town|CDP)$/

const withoutEnding = (legal: string): string => legal.replace(/ \(balance\)$/, '').replace(ENDING, '')

const KINDS: readonly (readonly [RegExp, JurisdictionKind])[] = [
  [/ (CDP|comunidad|zona urbana|village|borough|corporation)$/, 'place'],
  [/ (charter )?township$/, 'township'],
  [/ (town|plantation)$/, 'town'],
  [/ (city|government|urban county|city and borough|municipality)$|Butte-Silver Bow/, 'city'],
]

const kindOf = (level: Level, legal: string): JurisdictionKind => {
  if (level === 'school_district') return 'school_district'
  if (level === 'county') return / Planning Region$/.test(legal) ? 'special' : 'county'
  if (level === 'state') return 'state'
  const name = legal.replace(/ \(balance\)$/, '')
  return KINDS.find(([ending]) => ending.test(name))?.[1] ?? (level === 'subdivision' ? 'town' : 'city')
}

const number = (text: string | undefined): number | null =>
  text && Number.isFinite(Number(text)) ? Number(text) : null

/** Parses a row. Null if the length of the code matches no level. */
export const readRow = (cells: Cells): CensusRow | null => {
  const code = cells.nces_leaid ?? cells.geoid ?? ''
  const level = cells.nces_leaid ? 'school_district' : LEVELS[code.length]
  const legal = cells.name_legal ?? ''
  if (!level || !/^\d+$/.test(code) || !legal) return null
  const [lat, lon] = [number(cells.lat), number(cells.lon)]
  const counties = (cells.county_geoid ?? '').split(/[;,|\s]+/).filter(Boolean)
  return {
    level,
    code,
    usps: (cells.usps ?? '').toUpperCase(),
    legal,
    short: shortOf(cells.name_short, legal),
    kind: kindOf(level, legal),
    status: cells.funcstat ?? '',
    ocdId: cells.ocd_id ?? null,
    population: number(cells.population),
    point: lat === null || lon === null ? null : [lon, lat],
    countyGeoid: level === 'subdivision' ? code.slice(0, 5) : counties.length === 1 ? counties[0]! : null,
  }
}

/** In Puerto Rico, the urban center ("zona urbana") shares the name of its municipio, so it keeps the suffix. */
const shortOf = (given: string | undefined, legal: string): string =>
  / zona urbana$/.test(legal) ? legal : (given ?? withoutEnding(legal))
