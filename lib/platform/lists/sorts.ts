import { localizedText } from '@/lib/platform/i18n/translate'
import type { Sort } from './list-source'

// Sorts that every record type has.

export const ENTERED: Sort = {
  column: 'published_at',
  descending: true,
  valueType: 'timestamp',
  tableColumn: 'published_at',
  label: localizedText('sort.entered'),
}

export const UPDATED: Sort = {
  column: 'updated_at',
  descending: true,
  valueType: 'timestamp',
  tableColumn: 'updated_at',
  label: localizedText('sort.updated'),
}
