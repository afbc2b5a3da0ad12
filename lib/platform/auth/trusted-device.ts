import { createHmac, randomBytes } from 'node:crypto'
import { signingKey } from '@/lib/platform/settings/signing-key'
import { timingSafeEqualText } from '@/lib/platform/http/timing-safe-equal'

// OWASP's "device cookie": grants no access, and only shows that this person has signed in on this device before.

const sign = (email: string, nonce: string): string =>
  createHmac('sha256', signingKey('trusted-device'))
    .update(JSON.stringify(['device', email, nonce]))
    .digest('base64url')

/** The cookie's value for a device on which a person has signed in. */
export const trustedDeviceToken = (email: string): string => {
  const nonce = randomBytes(18).toString('base64url')
  return `${nonce}.${sign(email, nonce)}`
}

/** The id of this person's device; null for an unknown device. */
export const trustedDeviceIn = (token: string | undefined, email: string): string | null => {
  const [nonce = '', signature = ''] = (token ?? '').split('.')
  return nonce && timingSafeEqualText(signature, sign(email, nonce)) ? nonce : null
}

const NAMES =
  /\b(?:(?:Edg\w{0,3}|OPR|SamsungBrowser|Firefox|FxiOS|HeadlessChrome|Chrome|CriOS|Safari)\/|iPhone|iPad|Android|CrOS|Windows|Macintosh|Linux)/g

/** The part of the user agent that a session stores: names that identify the device to its owner, without versions. */
export const deviceCookieNames = (userAgent: string): string => [...new Set(userAgent.match(NAMES))].join(' ')
