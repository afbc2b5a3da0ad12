import type { Sort } from './list-source'

// The orders that every record type has.

export const ENTERED: Sort = {
  column: 'published_at',
  descending: true,
  of: 'moments',
  shows: 'published_at',
  label: { en: 'Newest entries first', es: 'Entradas más nuevas primero' },
}

export const UPDATED: Sort = {
  column: 'updated_at',
  descending: true,
  of: 'moments',
  shows: 'updated_at',
  label: { en: 'Recently updated first', es: 'Actualizadas recientemente primero' },
}
