/**
 * Characters that no stored text may contain: those that PostgreSQL can't store (null, lone surrogates), control
 * characters, and bidirectional controls, which can make a sentence look like another.
 */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\u202A-\u202E\u2066-\u2069]/gu

/** Removes forbidden characters. */
export const cleanText = (text: string): string => text.replace(FORBIDDEN, '')

/** The path of a text with forbidden characters in an input ("notes.0.en"); null where there is none. */
export const hasForbiddenCharacters = (value: unknown, path: readonly string[] = []): string | null => {
  if (typeof value === 'string') return cleanText(value) === value ? null : path.join('.')
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return null
  for (const [name, inner] of Object.entries(value)) {
    const found = cleanText(name) === name ? hasForbiddenCharacters(inner, [...path, name]) : path.join('.')
    if (found !== null) return found
  }
  return null
}
