export type Refusal = { status: 400 | 403 | 404 | 405 | 411 | 413 | 414; message: string; allow?: string }

const LONGEST = 8_192

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
