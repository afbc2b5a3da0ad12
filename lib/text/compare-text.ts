import { HIDDEN } from '@/lib/platform/text/hidden-characters'

/** A text in the form in which words are compared. Each unit comes from the characters `from[i]` to `to[i]`. */
export type Comparable = { units: Uint16Array; from: Int32Array; to: Int32Array }

const SAME: Record<string, string> = { '\u2018': "'", '\u2019': "'", '\u02BC': "'", '\u201C': '"', '\u201D': '"' }
const QUOTES = new RegExp(`[${Object.keys(SAME).join('')}]`, 'g')

const hidden = HIDDEN.source
const HANGUL = String.raw`[\u1100-\u11FF\uA960-\uA97F\uAC00-\uD7FF]`

// Only a whole piece can be composed: a letter with its marks, or a run of Hangul. White space and what can't be seen
// form one run, because a character such as U+FEFF is both.
const PIECE = new RegExp(
  [
    `([\\s${hidden.slice(1)}+)`,
    String.raw`${HANGUL}(?:${hidden}*(?:${HANGUL}|\p{M}))*`,
    String.raw`[^](?:${hidden}*\p{M})*`,
  ].join('|'),
  'uy',
)
const SPACE = /[^\S\uFEFF]/

/**
 * Straightens curly quotes, collapses white space, leaves out what can't be seen, and composes letters (NFC), in time
 * proportional to the length.
 */
export const comparable = (text: string): Comparable => {
  const units: number[] = []
  const from: number[] = []
  const to: number[] = []
  const put = (code: number, start: number, end: number) => {
    units.push(code)
    from.push(start)
    to.push(end)
  }
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at)
    const next = text.charCodeAt(at + 1)
    // Most text is ASCII, one character after another.
    if (code >= 0x20 && code < 0x7f && next < 0x7f && (code !== 0x20 ? next >= 0x20 : next > 0x20)) {
      put(code, at, ++at)
      continue
    }
    PIECE.lastIndex = at
    const [piece, run] = PIECE.exec(text)!
    const end = at + piece.length
    const composed = run === undefined ? piece.replace(HIDDEN, '').normalize('NFC') : SPACE.test(run) ? ' ' : ''
    const written = composed.replace(QUOTES, (one) => SAME[one]!)
    for (let unit = 0; unit < written.length; unit++) put(written.charCodeAt(unit), at, end)
    at = end
  }
  return { units: Uint16Array.from(units), from: Int32Array.from(from), to: Int32Array.from(to) }
}

/** The indexes at which the units of `wanted` begin in `units`, in linear time (Knuth–Morris–Pratt). */
export function* occurrences(units: Uint16Array, wanted: Uint16Array): Generator<number> {
  if (!wanted.length) return
  const back = new Int32Array(wanted.length)
  for (let at = 1, length = 0; at < wanted.length; at++) {
    while (length > 0 && wanted[at] !== wanted[length]) length = back[length - 1]!
    if (wanted[at] === wanted[length]) length += 1
    back[at] = length
  }
  for (let at = 0, length = 0; at < units.length; at++) {
    while (length > 0 && units[at] !== wanted[length]) length = back[length - 1]!
    if (units[at] === wanted[length]) length += 1
    if (length < wanted.length) continue
    yield at - wanted.length + 1
    length = back[length - 1]!
  }
}

/** True if a text contains words, as far as a reader can tell. */
export const containsWords = (text: Comparable, words: string): boolean => {
  const wanted = comparable(words.trim()).units
  return wanted.length > 0 && !occurrences(text.units, wanted).next().done
}
