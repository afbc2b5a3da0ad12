import type { Sort } from '@/lib/platform/lists/list-source'

/** The two orders by an inexact date: of each the last day that it may be counts. */
export const byDate = (column: string, shows: string) => {
  const sort = { column, shows, of: 'days' } as const
  return {
    newest: { ...sort, descending: true, label: { en: 'Latest first', es: 'Más recientes primero' } },
    oldest: { ...sort, descending: false, label: { en: 'Earliest first', es: 'Más antiguas primero' } },
  } satisfies Record<string, Sort>
}
