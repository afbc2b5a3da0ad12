import { type RecordLink, recordKey } from './record-type'

/** The published records, and the records that they link to now or did before. Caches of both are stale. */
export type PublishNotification = { changed: RecordLink[]; named: RecordLink[] }

/** PostgreSQL limits a payload to less than 8,000 bytes. */
const MAX_BYTES = 7_900

/** The payload of a notification. One that does not fit is `{}`: anything may have changed. */
export const encodeNotification = ({ changed, named }: PublishNotification): string => {
  const text = JSON.stringify({ changed: changed.map(recordKey), named: [...new Set(named.map(recordKey))] })
  return text.length > MAX_BYTES ? '{}' : text
}

/** Null if anything may have changed. */
export const decodeNotification = (text: string): PublishNotification | null => {
  try {
    const { changed, named } = JSON.parse(text) as { changed?: string[]; named?: string[] }
    return changed && named ? { changed: changed.map(parseRecordKey), named: named.map(parseRecordKey) } : null
  } catch {
    return null
  }
}

const parseRecordKey = (text: string): RecordLink => {
  const [type, id] = text.split('/') as [string, string]
  return { type, id }
}
