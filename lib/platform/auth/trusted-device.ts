import { createHmac, randomBytes } from 'node:crypto'
import { settings } from '@/lib/platform/settings/settings'
import { timingSafeEqualText } from '@/lib/platform/http/timing-safe-equal'

// After OWASP's "device cookies": it opens nothing, it only says that this person has signed in here before.

const sign = (email: string, nonce: string): string =>
  createHmac('sha256', settings().authSecret ?? '')
    .update(JSON.stringify(['device', email, nonce]))
    .digest('base64url')

/** What a browser keeps after somebody has signed in on it. */
export const trustedDeviceToken = (email: string): string => {
  const nonce = randomBytes(18).toString('base64url')
  return `${nonce}.${sign(email, nonce)}`
}

/** Which of this person's devices it is; null where it is none that we know. */
export const trustedDeviceIn = (mark: string | undefined, email: string): string | null => {
  const [nonce = '', signature = ''] = (mark ?? '').split('.')
  return nonce && timingSafeEqualText(signature, sign(email, nonce)) ? nonce : null
}

const NAMES =
  /\b(?:(?:Edg\w{0,3}|OPR|SamsungBrowser|Firefox|FxiOS|HeadlessChrome|Chrome|CriOS|Safari)\/|iPhone|iPad|Android|CrOS|Windows|Macintosh|Linux)/g

/** What is kept of a browser's words about itself: the names by which the person knows it again, and no version. */
export const deviceCookieNames = (userAgent: string): string => [...new Set(userAgent.match(NAMES))].join(' ')
