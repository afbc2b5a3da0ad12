import { byDate } from '@/lib/records/shared/by-date'
import { sql } from '@/lib/platform/database/sql'
import { ENTERED, UPDATED, collection } from '@/lib/platform/lists/collection'
import { reader } from '@/lib/platform/lists/read-cards'
import type { Source } from './schema'
import { sourceFilters } from './filters'

const read = reader<Source>({
  type: 'sources',
  table: 'source',
  order: { column: 'date_latest', descending: true, of: 'days' },
})

/** The record type as a list: filtered, sorted, counted, walked through. */
export const sourceCollection = collection<Source, typeof sourceFilters.filters>({
  table: 'source',
  filters: sourceFilters,
  sorts: {
    ...byDate('date_latest', 'published_edtf'),
    title: {
      column: 'title',
      shows: 'entry',
      descending: false,
      of: 'words',
      label: { en: 'By title', es: 'Por título' },
    },
    entered: ENTERED,
    updated: UPDATED,
  },
})

export const lookUpSource = read.lookUp

/** Sources that rewrite or reprint this one. */
export const copiesOf = (sourceId: string) =>
  read.where(sql`id IN (SELECT source_id FROM source_lineage WHERE original_id = ${sourceId})`)
