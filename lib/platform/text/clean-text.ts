/**
 * What no text of ours holds: what PostgreSQL can't keep (null, half a surrogate pair), control characters, and the
 * marks that turn the direction in which the rest is read, so that a sentence can't be made to look like another.
 */
const NEVER = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\u202A-\u202E\u2066-\u2069]/gu

/** A text from outside without them. */
export const cleanText = (text: string): string => text.replace(NEVER, '')

/** Where in an input such a text is, as a path ("notes.0.en"); null where none is. */
export const hasForbiddenCharacters = (value: unknown, path: readonly string[] = []): string | null => {
  if (typeof value === 'string') return cleanText(value) === value ? null : path.join('.')
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return null
  for (const [name, inner] of Object.entries(value)) {
    const found = cleanText(name) === name ? hasForbiddenCharacters(inner, [...path, name]) : path.join('.')
    if (found !== null) return found
  }
  return null
}
