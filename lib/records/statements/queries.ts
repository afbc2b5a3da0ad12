import type { Values } from '@/lib/platform/lists/filters'
import { sql } from '@/lib/platform/database/sql'
import { collection } from '@/lib/platform/lists/collection'
import { recordReader } from '@/lib/records/record-reader'
import { statements } from '.'
import type { Statement } from './schema'
import { statementFilters } from './filters'
import { MAX_SHOWN } from './page-limit'

const read = recordReader(statements)

export const statementCollection = collection<Statement, typeof statementFilters.filters>(statements)

export const lookUpStatement = read.lookUp

/** The latest statements that match, in the order of the list. */
const latest = async (filters: Values<typeof statementFilters.filters>): Promise<Statement[]> =>
  (await statementCollection.list({ filters, size: MAX_SHOWN })).rows

const only = (id: string) => ({ codes: [id], modified: false })
const GOVERNS = only('governs')

const atPlace = (placeId: string) => sql`id IN (
  SELECT statement_id FROM statement_place WHERE jurisdiction_id = ${placeId}
  UNION SELECT statement_id FROM statement_speaker JOIN organization_service USING (organization_id)
    WHERE jurisdiction_id = ${placeId})`

/** Statements by officials who govern the place and by organizations that serve it. */
export const statementsAt = (placeId: string) => latest({ place: only(placeId), speaks: GOVERNS })

/** The number of these statements made by the end of a day, or up to now. */
export const countStatementsAt = async (placeId: string, until: string | null): Promise<number> => {
  if (until === null) return statementCollection.count({ place: only(placeId), speaks: GOVERNS })
  const [found] = await sql`SELECT count(*)::int AS count FROM statement
    WHERE ${atPlace(placeId)} AND NOT represents AND date_latest <= ${until}::date`.rows<{ count: number }>()
  return found!.count
}

/** Statements by representatives of the place in other governments: members of Congress, state legislators. */
export const representedAt = (placeId: string) => read.first(MAX_SHOWN, atPlace(placeId), sql`represents`)

/**
 * Both kinds of statements of a place. Most places have none by representatives. Comparing two counts is cheap, while
 * searching for them would scan all statements of the place.
 */
export const statementsAround = async (placeId: string) => {
  const place = only(placeId)
  const [{ rows, total }, all] = await Promise.all([
    statementCollection.list({ filters: { place, speaks: GOVERNS }, size: MAX_SHOWN }),
    statementCollection.count({ place }),
  ])
  return { statements: rows, represented: all > total ? await representedAt(placeId) : [] }
}

export const statementsBy = (officialId: string) => latest({ official: only(officialId) })

export const statementsOf = (organizationId: string) =>
  read.first(
    MAX_SHOWN,
    sql`id IN (SELECT statement_id FROM statement_speaker WHERE organization_id = ${organizationId})`,
  )

export const statementsAnswering = (federalActionId: string) => latest({ answers: only(federalActionId) })

export const statementsCiting = (sourceId: string) =>
  read.first(
    MAX_SHOWN,
    sql`id IN (
    SELECT coalesce(c.statement_id, v.statement_id) FROM citation c LEFT JOIN statement_variant v ON v.id = c.variant_id
    WHERE c.source_id = ${sourceId})`,
  )
