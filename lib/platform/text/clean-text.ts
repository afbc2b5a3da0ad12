import { withoutHidden } from './hidden-characters'

/** Characters that PostgreSQL can't store (null, lone surrogates), and control characters. */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|\p{Cs}/gu

/** A source's own text without what can't be stored. It keeps hidden characters, which are evidence too. */
export const cleanSourceText = (text: string): string => text.replace(FORBIDDEN, '')

/** Our own text: also without characters that can't be seen or turn its direction, except where a script needs them. */
export const cleanText = (text: string): string => withoutHidden(cleanSourceText(text))

/** Fields that hold a source's own characters, wherever they stand in an input: the words that are quoted from it. */
const SOURCE_FIELDS = new Set(['exact', 'prefix', 'suffix', 'passages', 'span'])

/** The rule for a field, by its path: "variants.0.passages.1". Numbers are places in a list. */
export const cleanField = (path: readonly string[], text: string): string =>
  SOURCE_FIELDS.has(path.findLast((step) => !/^\d+$/.test(step)) ?? '') ? cleanSourceText(text) : cleanText(text)

/**
 * The path of a text with forbidden characters in an input ("notes.0.en"); null where there is none. `sourceTexts`
 * names further fields that hold a source's own characters.
 */
export const hasForbiddenCharacters = (
  value: unknown,
  path: readonly string[] = [],
  sourceTexts: readonly string[] = [],
): string | null => {
  if (typeof value === 'string') {
    const cleaned = sourceTexts.includes(path.join('.')) ? cleanSourceText(value) : cleanField(path, value)
    return cleaned === value ? null : path.join('.')
  }
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return null
  for (const [name, inner] of Object.entries(value)) {
    const found =
      cleanText(name) === name ? hasForbiddenCharacters(inner, [...path, name], sourceTexts) : path.join('.')
    if (found !== null) return found
  }
  return null
}
