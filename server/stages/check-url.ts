import type { Rejection, Stage } from '@/server/exchange'

const MAX_URL_LENGTH = 8_192

/** The characters of a path in RFC 3986. All others have to be percent-encoded. */
const PATH_CHARACTERS = /^(?:[\w.~!$&'()*+,;=:@/-]|%[0-9a-f]{2})*$/i
const ESCAPES = /(?:%[0-9a-f]{2})+/gi

/** Characters whose escape means the same as the character itself, so a path with the escape is a second name of one. */
const UNRESERVED = /[\w.~-]/
/** Characters that would end a segment or the path where the decoded text is parsed as a URL once more. */
const DELIMITERS = /[\p{Cc}/\\?#[\]]/u

/**
 * Returns the rejection of a request target that is not in normal form; null for one that is. Normal form is the one that
 * a URL parser leaves unchanged and that is decoded once: this server and Next then see the same path. In any other
 * form they could decide about different pages, for example about a build asset here and about a page of the admin area
 * there.
 */
export function validateUrl(url: string): Rejection | null {
  if (url.length > MAX_URL_LENGTH)
    return { status: 414, message: `The address is longer than ${MAX_URL_LENGTH} characters.` }
  const path = url.split('?', 1)[0]!
  if (!path.startsWith('/')) return malformed('does not begin with a slash')
  if (/[\\#]/.test(url)) return malformed('has a backslash or a number sign in it')
  if (/%00|\0/.test(url)) return malformed('has a null character in it')
  if (path.includes('//')) return malformed('has two slashes side by side')
  if (/\/\.{1,2}(\/|$)/.test(path)) return malformed('has a segment of dots')
  if (!PATH_CHARACTERS.test(path)) return malformed('has a character that must be percent-encoded')
  if (/%25[0-9a-f]{2}/i.test(path)) return malformed('is percent-encoded twice')
  for (const [escapes] of path.matchAll(ESCAPES)) {
    const text = decode(escapes)
    if (text === null) return malformed('has a percent sign that is not followed by a character in UTF-8')
    if (UNRESERVED.test(text)) return malformed('has a percent-encoded letter, digit, dot, hyphen, underscore or tilde')
    if (DELIMITERS.test(text)) return malformed('has a percent-encoded delimiter or control character')
  }
  // Next answers internal names such as /_global-error, and the error page is rendered only by this server.
  return /^\/_(?!next\/static\/)|^(\/e[ns])?\/error-page\/?$/.test(path)
    ? { status: 404, message: 'There is nothing here.' }
    : null
}

const decode = (escapes: string): string | null => {
  try {
    return decodeURIComponent(escapes)
  } catch {
    return null
  }
}

export const validateMethod = (method: string, allowed: readonly string[]): Rejection | null =>
  allowed.includes(method)
    ? null
    : { status: 405, message: `${method} is not possible here.`, allow: allowed.join(', ') }

const malformed = (how: string): Rejection => ({ status: 400, message: `The address ${how}.` })

/** First of all stages, because the others decide by the path. */
export const checkUrl: Stage = {
  name: 'check-url',
  run: ({ req, info }) => validateUrl(req.url ?? '') ?? validateMethod(info.method, info.policy.methods),
}
