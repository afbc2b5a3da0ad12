import { base32 } from '@better-auth/utils/base32'
import { createOTP } from '@better-auth/utils/otp'

/** Accepts the current code of an authenticator app, and those one 30 s period before or after: clocks differ. */
export const isValidTotp = (secret: string, code: string): Promise<boolean> =>
  createOTP(secret).verify(code, { window: 1 })

/** The secret as people type it into an app: Base32 without padding. */
export const totpSecretText = (secret: string): string => base32.encode(secret, { padding: false })

/** The address in the QR code that an app scans. Apps show a "+" in it as it is, so spaces are percent-encoded. */
export const totpUri = (secret: string, issuer: string, account: string): string =>
  createOTP(secret).url(issuer, account).replaceAll('+', '%20')
