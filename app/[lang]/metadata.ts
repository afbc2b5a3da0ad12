import type { Metadata } from 'next'
import { PICTURE, ogImage } from '@/components/public/social-preview/og-image'
import { href, translator } from '@/lib/platform/i18n/translate'
import { canonicalList } from '@/lib/features/exports/list-view'
import { embedPath } from '@/lib/features/embeds/address'
import { feedsOf } from '@/lib/features/feeds/addresses'
import { pageAddress } from '@/lib/features/social-preview/address'
import { LANGS, type Lang } from '@/lib/platform/i18n/locale'
import { settings } from '@/lib/platform/settings/settings'

type Page = {
  lang: Lang
  path: string
  title?: string
  description?: string
  /** The record's version: with it, the picture of the page may be kept for good. */
  version?: number
}

/** What a page tells browsers and search engines: its title, its one address, and its other language. */
export const pageMetadata = ({ lang, path, title, description, version }: Page) => {
  const t = translator(lang)
  const name = t('site.name')
  const about = description ?? t('site.description')
  return {
    metadataBase: new URL(settings().siteUrl),
    title: title ? `${title} · ${name}` : name,
    description: about,
    alternates: {
      canonical: href(lang, path),
      languages: {
        ...Object.fromEntries(LANGS.map((one) => [one, href(one, path)])),
        'x-default': href('en', path),
      },
      types: { ...feedTypes(lang, path), ...embedType(lang, path) },
    },
    openGraph: {
      type: 'website',
      siteName: name,
      title: title ?? name,
      description: about,
      url: href(lang, path),
      locale: lang,
      images: [{ url: ogImage(lang, path, version), ...PICTURE, type: 'image/png', alt: title ?? name }],
    },
    twitter: { card: 'summary_large_image' },
  } satisfies Metadata
}

/** The same of any page, also of one that leads to nothing. */
export type PageMetadata = { title: string; robots?: { index: boolean } } & Partial<ReturnType<typeof pageMetadata>>

/** The feeds of a list, with its filters, for readers that look for them. */
const feedTypes = (lang: Lang, path: string): Record<string, string> => {
  const feeds = feedsOf(canonicalList(path) ?? path)
  if (!feeds) return {}
  return { 'application/atom+xml': href(lang, feeds.atom), 'application/feed+json': href(lang, feeds.json) }
}

/** Where programs that show other people's pages learn how to show this one (oEmbed). */
const embedType = (lang: Lang, path: string): Record<string, string> => {
  if (!embedPath(path)) return {}
  const url = encodeURIComponent(pageAddress(lang, path))
  return { 'application/json+oembed': `/api/oembed?format=json&url=${url}` }
}
