/** Longer than any article: about two hundred printed pages. */
export const LONGEST_TEXT = 1_000_000

/** A text without what is not of its words: line ends of other systems, spaces at the ends, more than one empty line. */
export const tidy = (text: string): string =>
  text
    .replaceAll('\0', '')
    .replace(/\r\n?/g, '\n')
    .replace(/^\uFEFF/, '')
    .replace(/[ \t\f\v]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
