import { cleanText } from '@/lib/platform/text/clean-text'

/** Longer than any article: about two hundred printed pages. */
export const MAX_TEXT_LENGTH = 1_000_000

/** A text without what is not of its words: line ends of other systems, spaces at the ends, more than one empty line. */
export const tidyText = (text: string): string =>
  cleanText(text.replace(/\r\n?|[\f\v]/g, '\n'))
    .replace(/^\uFEFF/, '')
    .replace(/(?<![ \t])[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
