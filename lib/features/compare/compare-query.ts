/** What an address asks to compare: the places' paths, as of which day, and what was not understood. */
export type CompareQuery = { paths: string[]; on: string | null; ignored: string[] }

export const MAX_PLACES = 4
const PATH = /^\/[a-z]{2}(\/[a-z0-9-]{1,120})?$/

type Given = Record<string, string | string[] | undefined>

const list = (given: string | string[] | undefined): string[] =>
  (Array.isArray(given) ? given : given === undefined ? [] : [given]).map((one) => one.trim()).filter(Boolean)

/** A day of the calendar, written as 2025-03-01. */
export const isDay = (text: string): boolean =>
  /^(19|20)\d{2}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)

/** Reads `?place=/tx/el-paso&place=/nv/las-vegas&on=2025-03-01`. Anything else is named and left out, never an error. */
export function readCompareQuery({ place, on }: Given): CompareQuery {
  const places = list(place)
  const fit = [...new Set(places.filter((one) => PATH.test(one)))]
  const days = list(on)
  const day = days.find(isDay) ?? null
  const ignored = [
    ...places.filter((one) => !PATH.test(one)),
    ...fit.slice(MAX_PLACES),
    ...days.filter((one) => one !== day),
  ]
  return { paths: fit.slice(0, MAX_PLACES), on: day, ignored: ignored.slice(0, 10).map((one) => one.slice(0, 80)) }
}

/** The address that asks for it again. */
export function compareAddress(paths: readonly string[], on: string | null): string {
  const query = [...paths.map((path) => `place=${path}`), ...(on ? [`on=${on}`] : [])]
  return query.length ? `/compare?${query.join('&')}` : '/compare'
}
