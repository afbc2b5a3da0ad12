import type { Sort } from '@/lib/platform/lists/list-source'

/** The two sorts by an inexact date. Both use its latest possible day. */
export const byDate = (column: string, tableColumn: string) => {
  const sort = { column, tableColumn, valueType: 'date' } as const
  return {
    newest: { ...sort, descending: true, label: { en: 'Latest first', es: 'Más recientes primero' } },
    oldest: { ...sort, descending: false, label: { en: 'Earliest first', es: 'Más antiguas primero' } },
  } satisfies Record<string, Sort>
}
