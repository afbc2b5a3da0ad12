import fc from 'fast-check'
import { expect, test } from 'vitest'
import { GET } from '@/app/.well-known/security.txt/route'
import { securityTxt } from '@/lib/features/security-contact/security-txt'
import { readSettings } from '@/lib/platform/settings/settings'

const GIVEN = {
  SITE_URL: 'https://record.example',
  SECURITY_CONTACT: 'mailto:security@record.example, https://record.example/report',
  SECURITY_EXPIRES: '2027-06-30',
  SECURITY_POLICY: 'https://record.example/policy',
}

const textOf = (env: Record<string, string>): string => {
  const { securityContact, siteUrl } = readSettings({ ...GIVEN, ...env })
  return securityContact ? securityTxt(securityContact, siteUrl) : ''
}

test('it has the fields of RFC 9116, contacts first and in their order', () =>
  expect(textOf({})).toBe(`Contact: mailto:security@record.example
Contact: https://record.example/report
Expires: 2027-06-30T23:59:59Z
Preferred-Languages: en, es
Canonical: https://record.example/.well-known/security.txt
Policy: https://record.example/policy
`))

test('it names no canonical address without TLS, because the RFC allows only https', () =>
  expect(textOf({ SITE_URL: 'http://record.example' })).not.toContain('Canonical'))

test('without a contact there is none', async () => {
  expect(readSettings({}).securityContact).toBeNull()
  const response = GET()
  expect([response.status, response.headers.get('content-type')]).toEqual([404, 'text/plain; charset=utf-8'])
})

test.each([
  ['SECURITY_CONTACT', 'security@record.example'],
  ['SECURITY_CONTACT', 'http://record.example/report'],
  ['SECURITY_CONTACT', 'javascript:alert(1)'],
  ['SECURITY_CONTACT', ','],
  ['SECURITY_EXPIRES', 'soon'],
  ['SECURITY_EXPIRES', '2027-02-30'],
  ['SECURITY_EXPIRES', ''],
  ['SECURITY_LANGUAGES', 'en_US!'],
  ['SECURITY_POLICY', 'http://record.example/policy'],
  ['SECURITY_POLICY', 'https://record.example/a\nContact: mailto:other@evil.example'],
])('%s=%j is refused', (name, value) =>
  expect(() => readSettings({ ...GIVEN, [name]: value })).toThrow(new RegExp(`${name} has to be`)),
)

const anyText = fc.oneof(
  fc.string(),
  fc.string().map((text) => `https://a.example/${text}`),
  fc.string().map((text) => `mailto:a@b.example${text}`),
)

test('whatever the settings are, every line is one of the fields, or the settings are refused', () =>
  fc.assert(
    fc.property(anyText, anyText, anyText, (contact, languages, policy) => {
      let text: string
      try {
        text = textOf({ SECURITY_CONTACT: contact, SECURITY_LANGUAGES: languages, SECURITY_POLICY: policy })
      } catch (error) {
        expect((error as Error).message).toContain('has to be')
        return
      }
      expect(text === '').toBe(contact === '')
      const lines = text.split('\n').slice(0, -1)
      for (const line of lines)
        expect(line).toMatch(/^(Contact|Expires|Preferred-Languages|Canonical|Policy): [\x20-\x7e]+$/)
      for (const name of ['Expires', 'Preferred-Languages'])
        expect(
          lines.filter((line) => line.startsWith(`${name}:`)),
          name,
        ).toHaveLength(1)
    }),
  ))
