/** The parsed query of the comparison: paths of places, the day, and invalid values. */
export type CompareQuery = { paths: string[]; on: string | null; ignored: string[] }

export const MAX_PLACES = 4
const PATH = /^\/[a-z]{2}(\/[a-z0-9-]{1,120})?$/

type SearchParams = Record<string, string | string[] | undefined>

const toList = (value: string | string[] | undefined): string[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value]).map((text) => text.trim()).filter(Boolean)

/** True if a text is a calendar date such as 2025-03-01. */
export const isDay = (text: string): boolean =>
  /^(19|20)\d{2}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)

/** Parses `?place=/tx/el-paso&place=/nv/las-vegas&on=2025-03-01`. Invalid values are reported in `ignored`. */
export function readCompareQuery({ place, on }: SearchParams): CompareQuery {
  const places = toList(place)
  const valid = [...new Set(places.filter((path) => PATH.test(path)))]
  const days = toList(on)
  const day = days.find(isDay) ?? null
  const ignored = [
    ...places.filter((path) => !PATH.test(path)),
    ...valid.slice(MAX_PLACES),
    ...days.filter((text) => text !== day),
  ]
  return { paths: valid.slice(0, MAX_PLACES), on: day, ignored: ignored.slice(0, 10).map((text) => text.slice(0, 80)) }
}

/** Builds the URL of a comparison. */
export function compareAddress(paths: readonly string[], on: string | null): string {
  const query = [...paths.map((path) => `place=${path}`), ...(on ? [`on=${on}`] : [])]
  return query.length ? `/compare?${query.join('&')}` : '/compare'
}
