import { byDate } from '@/lib/records/shared/by-date'
import { sql } from '@/lib/platform/database/sql'
import { ENTERED, UPDATED, collection } from '@/lib/platform/lists/collection'
import { reader } from '@/lib/platform/lists/read-cards'
import type { Label } from './schema'
import { labelFilters } from './filters'

const read = reader<Label>({
  type: 'labels',
  table: 'label',
  order: { column: 'date_latest', descending: true, of: 'days' },
})

/** The record type as a list: filtered, sorted, counted, walked through. */
export const labelCollection = collection<Label, typeof labelFilters.filters>({
  table: 'label',
  filters: labelFilters,
  sorts: {
    newest: byDate('date_latest', 'date_edtf').newest,
    words: {
      column: 'words',
      shows: 'entry',
      descending: false,
      of: 'words',
      label: { en: 'By label', es: 'Por etiqueta' },
    },
    entered: ENTERED,
    updated: UPDATED,
  },
})

export const lookUpLabel = read.lookUp

export const labelsAt = (placeId: string) => read.where(sql`jurisdiction_id = ${placeId}`)
