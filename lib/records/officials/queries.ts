import { sql } from '@/lib/platform/database/sql'
import { ENTERED, UPDATED, collection } from '@/lib/platform/lists/collection'
import { reader } from '@/lib/platform/lists/read-cards'
import type { Official } from './schema'
import { officialFilters } from './filters'

const read = reader<Official>({
  type: 'officials',
  table: 'official',
  order: { column: 'name', descending: false, of: 'words' },
})

/** The record type as a list: filtered, sorted, counted, walked through. */
export const officialCollection = collection<Official, typeof officialFilters.filters>({
  table: 'official',
  filters: officialFilters,
  sorts: {
    name: {
      column: 'name',
      shows: 'entry',
      descending: false,
      of: 'words',
      label: { en: 'By name', es: 'Por nombre' },
    },
    entered: ENTERED,
    updated: UPDATED,
  },
})

export const lookUpOfficial = read.lookUp

/** Officials who hold or held a role at the place. */
export const officialsAt = (placeId: string) =>
  read.where(sql`id IN (SELECT official_id FROM role WHERE jurisdiction_id = ${placeId})`)

/** Officials who hold or held a role in the organization. */
export const officialsOf = (organizationId: string) =>
  read.where(sql`id IN (SELECT official_id FROM role WHERE organization_id = ${organizationId})`)
