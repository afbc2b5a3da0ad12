// Hand-written instead of tough-cookie: that brings the list of public suffixes, which only the Domain attribute needs.

type Cookie = { host: string; path: string; name: string; value: string; secure: boolean }

/** As browsers limit them: characters of one cookie, and cookies of one chain. */
const MAX_LENGTH = 4_096
const MAX_COOKIES = 50

/** The characters that a request header can carry. */
const HEADER_TEXT = /^[\t\x20-\x7e\x80-\xff]*$/

/**
 * The cookies of one chain of redirects, kept as a browser keeps them (RFC 6265), with one difference: each goes back
 * only to the host that set it, whatever its Domain says. The jar is dropped with the chain.
 */
export function createCookieJar(now: () => number = Date.now) {
  const cookies = new Map<string, Cookie>()
  return {
    store(url: URL, headers: readonly string[] = []): void {
      for (const header of headers) {
        const parsed = parseCookie(url, header, now())
        if (!parsed) continue
        const { isExpired, ...cookie } = parsed
        const key = JSON.stringify([cookie.host, cookie.path, cookie.name])
        if (isExpired) cookies.delete(key)
        else if (cookies.has(key) || cookies.size < MAX_COOKIES) cookies.set(key, cookie)
      }
    },

    /** The Cookie header for a request; undefined if there is no cookie for it. Longer paths come first. */
    headerFor(url: URL): string | undefined {
      const own = [...cookies.values()]
        .filter(
          ({ host, path, secure }) => host === url.hostname && isWithin(url.pathname, path) && mayUse(url, secure),
        )
        .sort((a, b) => b.path.length - a.path.length)
      return own.length ? own.map(({ name, value }) => (name ? `${name}=${value}` : value)).join('; ') : undefined
    },
  }
}

export type CookieJar = ReturnType<typeof createCookieJar>

function parseCookie(url: URL, header: string, now: number): (Cookie & { isExpired: boolean }) | null {
  if (!HEADER_TEXT.test(header)) return null
  const [pair = '', ...rest] = header.split(';')
  const [name, value] = pair.includes('=') ? splitAt(pair, pair.indexOf('=')) : ['', pair.trim()]
  if ((!name && !value) || name.length + value.length > MAX_LENGTH) return null
  // The last attribute of a name counts.
  const attributes = new Map(
    rest.map((part): [string, string] => {
      const [attribute, text] = part.includes('=') ? splitAt(part, part.indexOf('=')) : [part.trim(), '']
      return [attribute.toLowerCase(), text]
    }),
  )
  const secure = attributes.has('secure')
  if (!mayUse(url, secure)) return null
  const given = attributes.get('path')
  const path = given?.startsWith('/') ? given : defaultPath(url.pathname)
  return { host: url.hostname, path, name, value, secure, isExpired: isExpired(attributes, now) }
}

const splitAt = (text: string, at: number): [string, string] => [text.slice(0, at).trim(), text.slice(at + 1).trim()]

/** A cookie with the Secure attribute is neither taken from a plain connection nor sent over one. */
const mayUse = ({ protocol }: URL, secure: boolean): boolean => !secure || protocol === 'https:'

const defaultPath = (pathname: string): string => pathname.slice(0, pathname.lastIndexOf('/')) || '/'

const isWithin = (pathname: string, path: string): boolean =>
  pathname === path || (pathname.startsWith(path) && (path.endsWith('/') || pathname[path.length] === '/'))

/** Max-Age counts before Expires. */
function isExpired(attributes: ReadonlyMap<string, string>, now: number): boolean {
  const maxAge = attributes.get('max-age')
  if (maxAge !== undefined && /^-?\d+$/.test(maxAge)) return Number(maxAge) <= 0
  return Date.parse(attributes.get('expires') ?? '') <= now
}
