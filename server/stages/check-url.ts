import type { Rejection, Stage } from '@/server/exchange'

const MAX_URL_LENGTH = 8_192

/** Returns the rejection of a URL in the request line that no route can match; null for a valid one. */
export function validateUrl(url: string): Rejection | null {
  if (url.length > MAX_URL_LENGTH)
    return { status: 414, message: `The address is longer than ${MAX_URL_LENGTH} characters.` }
  const path = url.split('?', 1)[0] ?? ''
  if (!path.startsWith('/') || /^\/[/\\]/.test(path)) return malformed('does not begin with a single slash')
  if (url.includes('\\')) return malformed('has a backslash in it')
  if (/%00|\0/.test(url)) return malformed('has a null character in it')
  try {
    const decoded = decodeURIComponent(path)
    if (/^\/[/\\]/.test(decoded)) return malformed('does not begin with a single slash')
    // Next answers internal names such as /_global-error, and the error page is rendered only by this server.
    if (/^\/_(?!next\/)|^(\/e[ns])?\/error-page\/?$/.test(decoded))
      return { status: 404, message: 'There is nothing here.' }
  } catch {
    return malformed('has a percent sign that is not followed by a character in UTF-8')
  }
  return null
}

export const validateMethod = (method: string, allowed: readonly string[]): Rejection | null =>
  allowed.includes(method)
    ? null
    : { status: 405, message: `${method} is not possible here.`, allow: allowed.join(', ') }

const malformed = (how: string): Rejection => ({ status: 400, message: `The address ${how}.` })

export const checkUrl: Stage = {
  name: 'check-url',
  run: ({ info }) => validateUrl(info.url) ?? validateMethod(info.method, info.policy.methods),
}
