import { cleanSourceText } from '@/lib/platform/text/clean-text'

/** About two hundred printed pages, more than any article. */
export const MAX_TEXT_LENGTH = 1_000_000

/** Normalizes line ends, and removes trailing spaces and repeated empty lines. */
export const tidyText = (text: string): string =>
  cleanSourceText(text.replace(/\r\n?|[\f\v]/g, '\n'))
    .replace(/^\uFEFF/, '')
    .replace(/(?<![ \t])[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
