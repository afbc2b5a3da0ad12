import { type RecordLink, recordKey } from './record-type'

/** What was published, and what that names or named: more than that can show or count something else now. */
export type PublishNotification = { changed: RecordLink[]; named: RecordLink[] }

/** PostgreSQL takes less than 8,000 bytes. */
const MAX_BYTES = 7_900

/** The text of a notification. What does not fit says only that much has changed. */
export const encodeNotification = ({ changed, named }: PublishNotification): string => {
  const text = JSON.stringify({ changed: changed.map(recordKey), named: [...new Set(named.map(recordKey))] })
  return text.length > MAX_BYTES ? '{}' : text
}

/** Null where anything may have changed. */
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
