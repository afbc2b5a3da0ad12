/** Parameters that other sites append to links. They select nothing. */
export const TRACKING = /^(utm_\w+|fbclid|gclid|mc_\w+|mkt_tok|igshid)$/
const MAY_TRACK = /[?&](utm_|fbclid|gclid|mc_|mkt_tok|igshid)/

/** The URL without tracking parameters. Its path stays as it is. */
export function withoutTracking(url: string): string {
  const start = url.indexOf('?')
  if (start < 0 || !MAY_TRACK.test(url)) return url
  const [path, query] = [url.slice(0, start), url.slice(start + 1)]
  const rest = query.split('&').filter((part) => !TRACKING.test(part.split('=', 1)[0]!))
  return rest.length ? `${path}?${rest.join('&')}` : path
}
