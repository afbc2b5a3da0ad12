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
  /** Record version. With it, the preview image's URL is immutable. */
  version?: number
}

/** Page metadata: title, canonical URL, alternate languages, feeds, oEmbed and preview image. */
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

/** Metadata of any page, including error pages, which have only a title. */
export type PageMetadata = { title: string; robots?: { index: boolean } } & Partial<ReturnType<typeof pageMetadata>>

/** Feed links of a list with its filters, for feed discovery. */
const feedTypes = (lang: Lang, path: string): Record<string, string> => {
  const feeds = feedsOf(canonicalList(path) ?? path)
  if (!feeds) return {}
  return { 'application/atom+xml': href(lang, feeds.atom), 'application/feed+json': href(lang, feeds.json) }
}

/** oEmbed discovery link. */
const embedType = (lang: Lang, path: string): Record<string, string> => {
  if (!embedPath(path)) return {}
  const url = encodeURIComponent(pageAddress(lang, path))
  return { 'application/json+oembed': `/api/oembed?format=json&url=${url}` }
}
