export type Refusal = { status: 400 | 403 | 404 | 405 | 411 | 413 | 414; message: string; allow?: string }

const LONGEST = 8_192

/** Parameters that links from elsewhere carry; they say nothing and are passed over. */
export const TRACKING = /^(utm_\w+|fbclid|gclid|mc_\w+|mkt_tok|igshid)$/
const MAY_TRACK = /[?&](utm_|fbclid|gclid|mc_|mkt_tok|igshid)/

/** An address without them: what it leads to is the same. */
export function withoutTracking(url: string): string {
  if (!MAY_TRACK.test(url)) return url
  const [path, query] = [url.slice(0, url.indexOf('?')), url.slice(url.indexOf('?') + 1)]
  const rest = query.split('&').filter((part) => !TRACKING.test(part.split('=', 1)[0]!))
  return rest.length ? `${path}?${rest.join('&')}` : path
}

/** Why an address can't be one of ours, as sent in the request line; null when it may be. */
export function refuseAddress(url: string): Refusal | null {
  if (url.length > LONGEST) return { status: 414, message: `The address is longer than ${LONGEST} characters.` }
  const path = url.split('?', 1)[0] ?? ''
  if (!path.startsWith('/') || /^\/[/\\]/.test(path)) return malformed('does not begin with a single slash')
  if (url.includes('\\')) return malformed('has a backslash in it')
  if (/%00|\0/.test(url)) return malformed('has a null character in it')
  try {
    const plain = decodeURIComponent(path)
    if (/^\/[/\\]/.test(plain)) return malformed('does not begin with a single slash')
    // Next answers to names of its own, such as /_global-error.
    if (/^\/_(?!next\/)/.test(plain)) return { status: 404, message: 'There is nothing here.' }
  } catch {
    return malformed('has a percent sign that is not followed by a character in UTF-8')
  }
  return null
}

export const refuseMethod = (method: string, allowed: readonly string[]): Refusal | null =>
  allowed.includes(method)
    ? null
    : { status: 405, message: `${method} is not possible here.`, allow: allowed.join(', ') }

const malformed = (how: string): Refusal => ({ status: 400, message: `The address ${how}.` })
