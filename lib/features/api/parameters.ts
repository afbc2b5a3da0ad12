import type { Issue } from '@/lib/platform/lists/filter'
import type { LocalizedText } from '@/lib/platform/i18n/locale'

const UNKNOWN: LocalizedText = {
  en: 'There is no such parameter here.',
  es: 'Aquí no hay un parámetro con ese nombre.',
}
const VERSION: LocalizedText = {
  en: 'Give a version as a whole number from 1.',
  es: 'Indique una versión como número entero desde 1.',
}

/** An issue for each parameter outside `known`. */
export const rejectUnknownParameters = (params: URLSearchParams, known: readonly string[]): Issue[] =>
  [...new Set(params.keys())]
    .filter((param) => !known.includes(param))
    .map((param) => ({
      param: param.slice(0, 100),
      value: (params.get(param) ?? '').slice(0, 200),
      message: UNKNOWN,
    }))

/** Parses `?version=2`. */
export const readVersion = (params: URLSearchParams): { version?: number; issues: Issue[] } => {
  const issues = rejectUnknownParameters(params, ['version'])
  const given = params.get('version')
  if (given === null) return { issues }
  if (/^[1-9]\d{0,5}$/.test(given)) return { version: Number(given), issues }
  return { issues: [...issues, { param: 'version', value: given.slice(0, 200), message: VERSION }] }
}

/** Parses an integer within bounds, with a default. */
export const readNumber = (
  params: URLSearchParams,
  { name, otherwise, most }: { name: string; otherwise: number; most: number },
): { value: number; issues: Issue[] } => {
  const given = params.get(name)
  if (given === null) return { value: otherwise, issues: [] }
  const value = /^[1-9]\d{0,5}$/.test(given) ? Number(given) : 0
  if (value >= 1 && value <= most) return { value, issues: [] }
  const message = { en: `Give a whole number from 1 to ${most}.`, es: `Indique un número entero de 1 a ${most}.` }
  return { value: otherwise, issues: [{ param: name, value: given.slice(0, 200), message }] }
}

const MISSING: LocalizedText = { en: 'Give a name or words.', es: 'Indique un nombre o palabras.' }
const LONG: LocalizedText = { en: 'At most 200 characters.', es: 'Como máximo 200 caracteres.' }

/** Parses `?q=el+paso`, which is required. */
export const readSearchText = (params: URLSearchParams): { words: string; issues: Issue[] } => {
  const issues = rejectUnknownParameters(params, ['q'])
  const words = params.get('q')?.trim() ?? ''
  if (!words) issues.push({ param: 'q', value: '', message: MISSING })
  if (words.length > 200) issues.push({ param: 'q', value: words.slice(0, 200), message: LONG })
  return { words, issues }
}

const CURSOR: LocalizedText = {
  en: 'This is no place in the list: take `next` of the page before.',
  es: 'No es un punto de la lista: tome `next` de la página anterior.',
}

/** Parses the `?after=…` cursor. */
export const readAfter = (
  params: URLSearchParams,
  isOurs: (text: string) => boolean,
): { after: string | undefined; issues: Issue[] } => {
  const after = params.get('after') || undefined
  if (after === undefined || isOurs(after)) return { after, issues: [] }
  return { after, issues: [{ param: 'after', value: after.slice(0, 200), message: CURSOR }] }
}
