import type { SecurityContact } from '@/lib/platform/settings/security-contact'

/** The text of /.well-known/security.txt. RFC 9116 allows its web addresses to be https only. */
export const securityTxt = ({ contacts, expires, languages, policy }: SecurityContact, siteUrl: string): string =>
  [
    ...contacts.map((contact) => `Contact: ${contact}`),
    `Expires: ${expires}T23:59:59Z`,
    `Preferred-Languages: ${languages.join(', ')}`,
    ...(siteUrl.startsWith('https:') ? [`Canonical: ${siteUrl}/.well-known/security.txt`] : []),
    ...(policy ? [`Policy: ${policy}`] : []),
  ]
    .map((line) => `${line}\n`)
    .join('')
