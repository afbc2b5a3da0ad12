import { createHmac } from 'node:crypto'
import { timingSafeEqualText } from '@/lib/platform/http/timing-safe-equal'

// RFC 6238 as all apps have it: SHA-1, six digits, thirty seconds. The secret's bytes are those of its text.

const STEP = 30_000

export const totp = (secret: string, at: number): string => {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / STEP)))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const from = mac.at(-1)! & 15
  return String((mac.readUInt32BE(from) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** Whether a code is of now, or of one step before or after: clocks differ, and typing takes time. */
export const isValidTotp = (secret: string, code: string, now = Date.now()): boolean =>
  [-STEP, 0, STEP].some((away) => timingSafeEqualText(code, totp(secret, now + away)))

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The secret as people and apps take it: Base32 without padding. */
export const base32 = (text: string): string => {
  const bits = Array.from(Buffer.from(text), (byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => LETTERS[parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** What a QR code tells an app. */
export const totpUri = (secret: string, issuer: string, account: string): string =>
  `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(account)}?${new URLSearchParams({ secret: base32(secret), issuer, digits: '6', period: '30' }).toString().replaceAll('+', '%20')}`
