import { LANGS } from '@/lib/platform/i18n/locale'
import { escapeMarkup } from '@/lib/platform/text/escape-markup'
import { pageAddress } from '@/lib/features/social-preview/address'
import type { Entry } from './queries'

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9'

const lastmod = (at: Date | null): string => (at ? `<lastmod>${at.toISOString()}</lastmod>` : '')

/**
 * Writes a URL set with the alternate language of each page. Each language gets its own entry, as crawlers require.
 */
export function writeUrlSet(entries: readonly Entry[]): string {
  const urls = entries.map(({ path, updatedAt }) => {
    const addresses = LANGS.map((lang) => [lang, escapeMarkup(pageAddress(lang, path))] as const)
    const alternates = [...addresses, ['x-default', addresses[0]![1]] as const]
      .map(([lang, address]) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${address}"/>`)
      .join('')
    return addresses
      .map(([, address]) => `<url><loc>${address}</loc>${lastmod(updatedAt)}${alternates}</url>\n`)
      .join('')
  })
  const spaces = `xmlns="${SITEMAP}" xmlns:xhtml="http://www.w3.org/1999/xhtml"`
  return `${HEAD}<urlset ${spaces}>\n${urls.join('')}</urlset>\n`
}

/** Writes the sitemap index with absolute URLs. */
export function writeIndex(files: readonly { address: string; updatedAt: Date | null }[]): string {
  const lines = files.map(
    ({ address, updatedAt }) => `<sitemap><loc>${escapeMarkup(address)}</loc>${lastmod(updatedAt)}</sitemap>\n`,
  )
  return `${HEAD}<sitemapindex xmlns="${SITEMAP}">\n${lines.join('')}</sitemapindex>\n`
}
