import { loadCards } from '@/lib/platform/database/batched-cards'
import { sql } from '@/lib/platform/database/sql'
import { collection } from '@/lib/platform/lists/collection'
import { type Page, lookUp } from '@/lib/platform/lists/read-cards'
import { recordReader } from '@/lib/records/record-reader'
import { jurisdictions } from '.'
import type { Jurisdiction } from './schema'
import type { jurisdictionFilters } from './filters'

const read = recordReader(jurisdictions)

export const jurisdictionCollection = collection<Jurisdiction, typeof jurisdictionFilters.filters>(jurisdictions)

/** Looks up a place by path, such as "/tx" or "/tx/el-paso". */
export const lookUpPlace = (path: string, version?: number) =>
  lookUp<Jurisdiction>('jurisdictions', 'jurisdiction', sql`path = ${path}`, path, version)

/** Looks up a place by id, for permalinks that survive a change of name. */
export const lookUpJurisdiction = read.lookUp

/** The states, the federal district and the territories, by name. */
export const listStates = () => read.where(sql`parent_id IS NULL AND kind IN ('state', 'district', 'territory')`)

/** The places inside a place: a state's counties, a county's towns. */
export const partsOf = async (id: string, size: number, after?: string): Promise<Page<Jurisdiction>> => {
  const within = sql`parent_id = ${id}`
  const all = after ? null : await read.first(size + 1, within)
  if (all && all.length <= size) return { rows: all, total: all.length, next: null }
  return read.list({ after, size }, [within])
}

/** The largest places around a place, within about 80 km, nearest first. */
export const nearby = async ({ id, lat, lon }: Jurisdiction): Promise<Jurisdiction[]> => {
  if (lat === null || lon === null) return []
  return loadCards(sql`
    SELECT card FROM (
      SELECT card, population,
        2 * asind(sqrt(sind((lat - ${lat}) / 2) ^ 2 + cosd(lat) * cosd(${lat}) * sind((lon - ${lon}) / 2) ^ 2)) AS away
      FROM jurisdiction
      WHERE id <> ${id} AND kind NOT IN ('state', 'territory', 'county')
        AND lat BETWEEN ${lat - 0.7} AND ${lat + 0.7} AND lon BETWEEN ${lon - 1} AND ${lon + 1}
      ORDER BY population DESC NULLS LAST LIMIT 6) largest
    ORDER BY away`)
}

export type PlaceCount = { place: Jurisdiction; statements: number; policies: number }

/** Places of a state that have entries, with their counts; excludes the state itself. */
export const placesWithEntries = async (usps: string): Promise<PlaceCount[]> =>
  sql`
    SELECT place, statements, policies FROM (
      SELECT card AS place, full_name,
        (SELECT count(*)::int FROM statement_place WHERE jurisdiction_id = j.id) AS statements,
        (SELECT count(*)::int FROM policy WHERE jurisdiction_id = j.id) AS policies
      FROM jurisdiction j WHERE usps = ${usps} AND parent_id IS NOT NULL) counted
    WHERE statements + policies > 0 ORDER BY full_name`.rows<PlaceCount>()
