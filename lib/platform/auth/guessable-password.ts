import { settings } from '@/lib/platform/settings/settings'

/** Common parts of passwords, in the languages of the site. */
const COMMON = [
  ...[
    'password',
    'passwort',
    'passwd',
    'passcode',
    'passphrase',
    'pass',
    'login',
    'logon',
    'secret',
    'letmein',
    'changeme',
  ],
  ...['welcome', 'admin', 'administrator', 'root', 'user', 'guest', 'test', 'default', 'access', 'server', 'computer'],
  ...['internet', 'google', 'facebook', 'iloveyou', 'love', 'lovely', 'monkey', 'dragon', 'master', 'shadow', 'hunter'],
  ...[
    'princess',
    'sunshine',
    'superman',
    'batman',
    'starwars',
    'pokemon',
    'football',
    'baseball',
    'basketball',
    'soccer',
  ],
  ...[
    'hockey',
    'jordan',
    'michael',
    'jessica',
    'ashley',
    'daniel',
    'charlie',
    'trustno',
    'whatever',
    'freedom',
    'hello',
  ],
  ...[
    'qwerty',
    'azerty',
    'qwertz',
    'asdf',
    'zxcv',
    'qazwsx',
    'summer',
    'winter',
    'spring',
    'autumn',
    'january',
    'february',
  ],
  ...['march', 'april', 'june', 'july', 'august', 'september', 'october', 'november', 'december', 'monday', 'friday'],
  ...['america', 'usa', 'texas', 'california', 'newyork', 'chicago', 'cowboys', 'yankees', 'god', 'jesus', 'blessed'],
  ...[
    'contrasena',
    'clave',
    'acceso',
    'bienvenido',
    'hola',
    'administrador',
    'usuario',
    'secreto',
    'teamo',
    'tequiero',
  ],
  ...['amor', 'estrella', 'futbol', 'princesa', 'bonita', 'familia', 'mexico', 'dios', 'verano', 'invierno', 'enero'],
  ...['editor', 'editora', 'journalist', 'periodista', 'newsroom'],
]

/** The site's own words, which docs/asvs.md lists. The host name is another. */
export const SITE_WORDS = [
  'localrecord',
  'local',
  'record',
  'tracker',
  'immigration',
  'sanctuary',
  'migration',
  'registro',
]

/** Neighbors on a keyboard, in the alphabet and among digits. */
const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qazwsxedcrfvtgbyhnujmikolp',
]

/** A password that is left with fewer characters is guessable. */
const MIN_LEFT = 8

const LOOKALIKES: Record<string, string> = {
  '@': 'a',
  '4': 'a',
  '0': 'o',
  '1': 'i',
  '!': 'i',
  '3': 'e',
  $: 's',
  '5': 's',
  '7': 't',
}

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
const withLetters = (text: string): string => text.replace(/[@40!13$57]/g, (one) => LOOKALIKES[one]!)
const wordsOf = (text: string): string[] => folded(text).match(/[\p{L}\d]{3,}/gu) ?? []

type Person = { name: string; email: string }

/**
 * True if a password has little besides what guessers try first: common words, words of the site, the person's name and
 * address, rows of keys, years and repetitions. Each of these counts as one character.
 */
export function isGuessable(password: string, { name, email }: Person): boolean {
  const host = new URL(settings().siteUrl).hostname
  const words = [...COMMON, ...SITE_WORDS, ...wordsOf(host), ...wordsOf(name), ...wordsOf(email)]
  const known = [...new Set(words)].toSorted((a, b) => b.length - a.length)
  return [folded(password), withLetters(folded(password))].some((text) => charactersLeft(text, known) < MIN_LEFT)
}

// A character that no password can have stands for what was taken out.
const ONE = '\u0000'

function charactersLeft(text: string, known: readonly string[]): number {
  const withoutWords = known.reduce((left, word) => left.replaceAll(word, ONE), text)
  const short = withoutRows(withoutWords.replace(/(19|20)\d\d/g, ONE))
  return new Set(repeatedPart(short)).size < 5 ? 0 : repeatedPart(short).length
}

/** Three or more neighbors in a row, or equal characters, become one. */
function withoutRows(text: string): string {
  let left = ''
  for (let at = 0; at < text.length;) {
    const end = Math.max(...[0, 1, -1].map((step) => rowFrom(text, at, step)))
    left += text[at]
    at = end - at >= 3 ? end : at + 1
  }
  return left
}

const rowFrom = (text: string, start: number, step: number): number => {
  let end = start + 1
  while (end < text.length && isNext(text[end - 1]!, text[end]!, step)) end += 1
  return end
}

const isNext = (a: string, b: string, step: number): boolean =>
  step === 0 ? a === b : ROWS.some((row) => row.includes(a) && row.includes(step === 1 ? a + b : b + a))

/** The part of which a text is a repetition: "abc" of "abcabcab". */
const repeatedPart = (text: string): string => {
  for (let length = 1; length <= text.length / 2; length++)
    if (text.slice(length) === text.slice(0, text.length - length)) return text.slice(0, length)
  return text
}
