import fc from 'fast-check'
import { expect, test } from 'vitest'
import { href } from '@/lib/platform/i18n/translate'
import { pageAddress } from '@/lib/features/social-preview/address'
import { writeIndex, writeUrlSet } from '@/lib/features/sitemap/write'
import { escapeMarkup } from '@/lib/platform/text/escape-markup'
import { LANGS } from '@/lib/platform/i18n/locale'
import { settings } from '@/lib/platform/settings/settings'

const { siteUrl } = settings()

test('a page is listed in both languages, each with all alternates', () => {
  const xml = writeUrlSet([{ path: '/tx', updatedAt: new Date('2025-01-02T03:04:05Z') }])
  const links =
    `<xhtml:link rel="alternate" hreflang="en" href="${siteUrl}/tx"/>` +
    `<xhtml:link rel="alternate" hreflang="es" href="${siteUrl}/es/tx"/>` +
    `<xhtml:link rel="alternate" hreflang="x-default" href="${siteUrl}/tx"/>`
  const lastmod = '<lastmod>2025-01-02T03:04:05.000Z</lastmod>'
  expect(xml).toContain(`<url><loc>${siteUrl}/tx</loc>${lastmod}${links}</url>`)
  expect(xml).toContain(`<url><loc>${siteUrl}/es/tx</loc>${lastmod}${links}</url>`)
  expect(xml.match(/<url>/g)).toHaveLength(2)
})

test('a page that never changed has no date', () =>
  expect(writeUrlSet([{ path: '/about', updatedAt: null }])).not.toContain('lastmod'))

test('the index lists its files', () =>
  expect(writeIndex([{ address: `${siteUrl}/a?b&c`, updatedAt: new Date(0) }])).toContain(
    `<sitemap><loc>${siteUrl}/a?b&amp;c</loc><lastmod>1970-01-01T00:00:00.000Z</lastmod></sitemap>`,
  ))

test('no text can break out of the XML', () =>
  fc.assert(
    fc.property(fc.string(), (text) => {
      const escaped = escapeMarkup(text)
      expect(escaped).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|apos);)/)
    }),
  ))

test('a page has the same URL as in its links', () => {
  for (const lang of LANGS)
    for (const path of ['/', '/tx/el-paso', '/about']) expect(pageAddress(lang, path)).toBe(siteUrl + href(lang, path))
})
