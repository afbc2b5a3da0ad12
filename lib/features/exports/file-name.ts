import type { RecordTypeName } from '@/lib/records/registry'

/** "local-record-statements-state-TX-2026-11-22.csv" */
export const fileName = (
  { type, query }: { type: RecordTypeName; query: string },
  day: string,
  format: string,
): string => {
  const filters = query
    .replace(/%[0-9A-F]{2}/gi, '-')
    .replace(/[^a-zA-Z0-9]+/g, '-')
    .slice(0, 100)
  return ['local-record', type, filters, day].filter(Boolean).join('-').replace(/-+/g, '-') + `.${format}`
}
