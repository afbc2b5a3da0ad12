import type { Sort } from './list-source'

// Sorts that every record type has.

export const ENTERED: Sort = {
  column: 'published_at',
  descending: true,
  valueType: 'timestamp',
  tableColumn: 'published_at',
  label: { en: 'Newest entries first', es: 'Entradas más nuevas primero' },
}

export const UPDATED: Sort = {
  column: 'updated_at',
  descending: true,
  valueType: 'timestamp',
  tableColumn: 'updated_at',
  label: { en: 'Recently updated first', es: 'Actualizadas recientemente primero' },
}
