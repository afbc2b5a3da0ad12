/** Characters that can't be seen, or that turn the direction of what follows, by their Unicode properties. */
export const HIDDEN = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/gu

// Scripts in which a joiner shows: letters that connect, or form conjuncts, with it or without.
const SCRIPTS = [
  ...['Arabic', 'Syriac', 'Nko', 'Mandaic', 'Mongolian', 'Hanifi_Rohingya', 'Adlam'],
  ...['Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada', 'Malayalam', 'Sinhala'],
  ...['Khmer', 'Myanmar', 'Tibetan', 'Balinese', 'Javanese', 'Sundanese', 'Limbu', 'Newa', 'Grantha', 'Chakma'],
]
const letters = SCRIPTS.map((script) => String.raw`\p{Script_Extensions=${script}}`).join('')
const LETTER = String.raw`[[[${letters}]&&[\p{L}\p{M}]]--\p{Default_Ignorable_Code_Point}]`
const EMOJI = String.raw`\p{Extended_Pictographic}`

/** Contexts in which they are legitimate: joiners between such letters or between emoji, and the choice of an emoji's style. */
const NEEDED = [
  `(?<=${LETTER})[\\u200C\\u200D](?=${LETTER})`,
  String.raw`(?<=${EMOJI}[\p{Emoji_Modifier}\uFE0F]?)\u200D(?=${EMOJI})`,
  String.raw`(?<=${EMOJI})[\uFE0E\uFE0F]`,
]

/** Hidden characters that no script needs where they stand. */
const NEEDLESS = new RegExp(`(?!${NEEDED.join('|')})${HIDDEN.source}`, 'gv')

/** The text without hidden characters, but for those that its script or an emoji needs. */
export const withoutHidden = (text: string): string => text.replace(NEEDLESS, '')

const codeOf = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`

/** The text with a visible mark in place of each hidden character, for comparing two versions. */
export const withVisibleMarks = (text: string): string => text.replace(NEEDLESS, (one) => `⟨${codeOf(one)}⟩`)

/** The text in parts: what is shown as it is, and each needless hidden character with its code point. */
export const hiddenParts = (text: string): { text: string; code: string | null }[] =>
  text
    .split(new RegExp(`(${NEEDLESS.source})`, 'v'))
    .map((part, at) => ({ text: part, code: at % 2 ? codeOf(part) : null }))
    .filter((part) => part.text !== '')

/** The needless hidden characters of texts, each once, as code points: "U+202E". */
export const hiddenIn = (texts: readonly string[]): string[] => {
  const found = new Set(texts.flatMap((text) => text.match(NEEDLESS) ?? []))
  return [...found].map(codeOf).toSorted()
}
