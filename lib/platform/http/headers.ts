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

/** What is published changes a few times a day: shared caches may keep it a minute, and longer while we are away. */
const PUBLIC = 'public, max-age=0, s-maxage=60, stale-while-revalidate=600, stale-if-error=86400'

/** Next marks every dynamic page so; a Cache-Control that is different was chosen by the page itself. */
const UNDECIDED = /^private, no-cache, no-store/

/** The Cache-Control for a response, given what the page says. */
export function cacheControl(said: string | undefined, status: number, isPublic: boolean): string {
  if (!isPublic) return said ?? 'private, no-store'
  if (status >= 500) return 'no-store'
  if (said && !UNDECIDED.test(said)) return said
  return status === 404 || status === 410 ? 'public, max-age=0, s-maxage=10' : PUBLIC
}

/** Weak, because one tag stands for the same page in every encoding. */
export const etagOf = (body: Buffer): string =>
  `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`

/** Whether an If-None-Match header names this version. */
export const isFresh = (ifNoneMatch: string | undefined, etag: string): boolean => {
  const bare = (tag: string) => tag.trim().replace(/^W\//, '')
  return ifNoneMatch?.split(',').some((tag) => tag.trim() === '*' || bare(tag) === bare(etag)) ?? false
}

/** A Vary header, with one more name where one is given, and without those of Next's own navigation. */
export function vary(said: string | undefined, name?: string): string {
  const names = (said ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part && !/^(rsc$|next-)/i.test(part))
  const known = !name || names.some((part) => part.toLowerCase() === name.toLowerCase())
  return (known ? names : [...names, name]).join(', ')
}
