import { sql } from '@/lib/platform/database/read'
import { ENTERED, UPDATED, collection } from '@/lib/platform/records/collection'
import { reader } from '@/lib/platform/records/read'
import type { Statement } from './definition'
import { statementFilters } from './filters'

const read = reader<Statement>({
  room: 'statements',
  table: 'statement',
  order: { column: 'date_latest', descending: true },
})

/** The room as a list: filtered, sorted, counted, walked through. */
export const statementCollection = collection<Statement, typeof statementFilters.filters>({
  table: 'statement',
  filters: statementFilters,
  sorts: {
    newest: {
      column: 'date_latest',
      shows: 'date_edtf',
      descending: true,
      label: { en: 'Latest first', es: 'Más recientes primero' },
    },
    oldest: {
      column: 'date_latest',
      shows: 'date_edtf',
      descending: false,
      label: { en: 'Earliest first', es: 'Más antiguas primero' },
    },
    entered: ENTERED,
    updated: UPDATED,
  },
})

export const lookUpStatement = read.lookUp

const atPlace = (placeId: string) => sql`(
  id IN (SELECT statement_id FROM statement_place WHERE jurisdiction_id = ${placeId})
  OR id IN (SELECT statement_id FROM statement_speaker JOIN organization_service USING (organization_id)
    WHERE jurisdiction_id = ${placeId}))`

/** What those who govern the place said, and the bodies that serve it. */
export const statementsAt = (placeId: string) => read.where(atPlace(placeId), sql`NOT represents`)

/** What those said who represent the place elsewhere: members of Congress, state legislators. */
export const representedAt = (placeId: string) => read.where(atPlace(placeId), sql`represents`)

export const statementsBy = (officialId: string) =>
  read.where(sql`id IN (SELECT statement_id FROM statement_speaker WHERE official_id = ${officialId})`)

export const statementsOf = (organizationId: string) =>
  read.where(sql`id IN (SELECT statement_id FROM statement_speaker WHERE organization_id = ${organizationId})`)

export const statementsAnswering = (federalActionId: string) =>
  read.where(sql`id IN (SELECT statement_id FROM statement_answer WHERE federal_action_id = ${federalActionId})`)

export const statementsCiting = (sourceId: string) =>
  read.where(sql`id IN (
    SELECT coalesce(c.statement_id, v.statement_id) FROM citation c LEFT JOIN statement_variant v ON v.id = c.variant_id
    WHERE c.source_id = ${sourceId})`)
