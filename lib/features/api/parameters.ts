import type { Issue } from '@/lib/platform/lists/filter'
import type { LocalizedText } from '@/lib/platform/i18n/locale'
import { localizedText } from '@/lib/platform/i18n/translate'

const UNKNOWN: LocalizedText = localizedText('issue.unknownParameter')
const VERSION: LocalizedText = localizedText('issue.version')

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
  const message = localizedText('issue.wholeNumber', { most })
  return { value: otherwise, issues: [{ param: name, value: given.slice(0, 200), message }] }
}

const MISSING: LocalizedText = localizedText('issue.noQuery')
const LONG: LocalizedText = localizedText('issue.longQuery')

/** Parses `?q=el+paso`, which is required. */
export const readSearchText = (params: URLSearchParams): { words: string; issues: Issue[] } => {
  const issues = rejectUnknownParameters(params, ['q'])
  const words = params.get('q')?.trim() ?? ''
  if (!words) issues.push({ param: 'q', value: '', message: MISSING })
  if (words.length > 200) issues.push({ param: 'q', value: words.slice(0, 200), message: LONG })
  return { words, issues }
}

const CURSOR: LocalizedText = localizedText('issue.cursor')

/** Parses the `?after=…` cursor. */
export const readAfter = (
  params: URLSearchParams,
  isOurs: (text: string) => boolean,
): { after: string | undefined; issues: Issue[] } => {
  const after = params.get('after') || undefined
  if (after === undefined || isOurs(after)) return { after, issues: [] }
  return { after, issues: [{ param: 'after', value: after.slice(0, 200), message: CURSOR }] }
}
