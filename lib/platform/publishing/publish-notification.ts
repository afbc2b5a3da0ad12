import { type Link, keyOf } from './record-type'

/** What was published, and what that names or named: more than that can show or count something else now. */
export type News = { changed: Link[]; named: Link[] }

/** PostgreSQL takes less than 8,000 bytes. */
const MOST = 7_900

/** The text of a notification. What does not fit says only that much has changed. */
export const writeNews = ({ changed, named }: News): string => {
  const text = JSON.stringify({ changed: changed.map(keyOf), named: [...new Set(named.map(keyOf))] })
  return text.length > MOST ? '{}' : text
}

/** Null where anything may have changed. */
export const readNews = (text: string): News | null => {
  try {
    const { changed, named } = JSON.parse(text) as { changed?: string[]; named?: string[] }
    return changed && named ? { changed: changed.map(read), named: named.map(read) } : null
  } catch {
    return null
  }
}

const read = (text: string): Link => {
  const [room, id] = text.split('/') as [string, string]
  return { room, id }
}
