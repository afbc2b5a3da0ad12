import { base32 } from '@better-auth/utils/base32'
import { createOTP } from '@better-auth/utils/otp'
import { timingSafeEqualText } from '@/lib/platform/http/timing-safe-equal'

const PERIOD_MS = 30_000

/**
 * The period of 30 seconds that a code belongs to: the current one, or one before or after it, because clocks differ.
 * Null for any other code.
 */
export async function totpPeriod(secret: string, code: string): Promise<number | null> {
  const current = Math.floor(Date.now() / PERIOD_MS)
  const otp = createOTP(secret)
  let found: number | null = null
  for (const period of [current - 1, current, current + 1])
    if (timingSafeEqualText(code, await otp.hotp(period))) found = period
  return found
}

/** The secret as people type it into an app: Base32 without padding. */
export const totpSecretText = (secret: string): string => base32.encode(secret, { padding: false })

/** The address in the QR code that an app scans. Apps show a "+" in it as it is, so spaces are percent-encoded. */
export const totpUri = (secret: string, issuer: string, account: string): string =>
  createOTP(secret).url(issuer, account).replaceAll('+', '%20')
