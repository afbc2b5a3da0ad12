import type { RecordTypeName } from '@/lib/records/paths'

/** "local-record-statements-state-TX-2026-11-22.csv" */
export const fileName = (
  { room, query }: { room: RecordTypeName; query: string },
  day: string,
  format: string,
): string => {
  const filters = query
    .replace(/%[0-9A-F]{2}/gi, '-')
    .replace(/[^a-zA-Z0-9]+/g, '-')
    .slice(0, 100)
  return ['local-record', room, filters, day].filter(Boolean).join('-').replace(/-+/g, '-') + `.${format}`
}
