import { createHash } from 'node:crypto'

/** For every response. */
export const securityHeaders = (https: boolean): Record<string, string> => ({
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy':
    'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=(), interest-cohort=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  ...(https && { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' }),
})

/** Publications happen a few times a day: shared caches may keep a response for a minute, and longer while we are down. */
const PUBLIC = 'public, max-age=0, s-maxage=60, stale-while-revalidate=600, stale-if-error=86400'

/** Next's default Cache-Control for dynamic pages. Any other value was set by the page itself. */
const NEXT_DEFAULT = /^private, no-cache, no-store/

/** The Cache-Control of a response, given the one that its handler chose. */
export function cacheControl(chosen: string | undefined, status: number, isPublic: boolean): string {
  if (!isPublic) return chosen ?? 'private, no-store'
  if (status >= 500) return 'no-store'
  if (chosen && !NEXT_DEFAULT.test(chosen)) return chosen
  return status === 404 || status === 410 ? 'public, max-age=0, s-maxage=10' : PUBLIC
}

/** ETags are weak, because every encoding of a page shares one tag. */
export const etagOf = (body: Buffer): string =>
  `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`

// `fresh` and `vary` from npm do the next two, but have no types of their own and no part beyond these few lines that is
// needed here.

/** True if an If-None-Match header matches the ETag. */
export const isFresh = (ifNoneMatch: string | undefined, etag: string): boolean => {
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '')
  return ifNoneMatch?.split(',').some((tag) => tag.trim() === '*' || opaque(tag) === opaque(etag)) ?? false
}

/** A Vary header without the names of Next's own navigation, and with `name` added where one is given. */
export function vary(header: string | undefined, name?: string): string {
  const names = (header ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part && !/^(rsc$|next-)/i.test(part))
  const isListed = !name || names.some((part) => part.toLowerCase() === name.toLowerCase())
  return (isListed ? names : [...names, name]).join(', ')
}
