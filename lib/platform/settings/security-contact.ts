import { z } from 'zod'

/** A URI on one line. `new URL` would drop line breaks and tabs without a word. */
const isUri = (text: string, schemes: RegExp): boolean =>
  /^[\x21-\x7e]+$/.test(text) && schemes.test(text) && URL.canParse(text)

const listed = (text: string) => text.split(/[\s,]+/).filter(Boolean)
const isLanguage = (tag: string) => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

/** The settings of /.well-known/security.txt (RFC 9116). */
export const SECURITY_SETTINGS = {
  SECURITY_CONTACT: z
    .string()
    .refine(
      (text) =>
        listed(text).length > 0 && listed(text).every((one) => isUri(one, /^(mailto:.+@|https:\/\/|tel:\+?\d)/i)),
      'addresses such as mailto:security@example.org or https://example.org/report, with commas between them',
    )
    .optional(),
  SECURITY_EXPIRES: z.iso.date('a day such as 2027-06-30').optional(),
  SECURITY_LANGUAGES: z
    .string()
    .refine((text) => listed(text).length > 0 && listed(text).every(isLanguage), 'languages such as en, es')
    .default('en, es'),
  SECURITY_POLICY: z
    .string()
    .refine((text) => isUri(text, /^https:\/\//i), 'an address that begins with https://')
    .optional(),
}

export type SecurityContact = {
  contacts: string[]
  /** The day after which the contacts are no longer to be trusted. */
  expires: string
  languages: string[]
  policy: string | undefined
}

type Given = {
  SECURITY_CONTACT?: string | undefined
  SECURITY_EXPIRES?: string | undefined
  SECURITY_LANGUAGES: string
  SECURITY_POLICY?: string | undefined
}

/** Null where no contact is set. */
export const securityContact = (given: Given): SecurityContact | null =>
  given.SECURITY_CONTACT === undefined
    ? null
    : {
        contacts: listed(given.SECURITY_CONTACT),
        expires: given.SECURITY_EXPIRES!,
        languages: listed(given.SECURITY_LANGUAGES),
        policy: given.SECURITY_POLICY,
      }
