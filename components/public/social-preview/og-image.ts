import type { Lang } from '@/lib/platform/i18n/locale'
import { href } from '@/lib/platform/i18n/translate'

export const PICTURE = { width: 1200, height: 630 } as const

/** URL of a page's preview image. With the record's version the image is immutable. */
export const ogImage = (lang: Lang, path: string, version?: number): string => {
  const page = encodeURIComponent(href(lang, path.split(/[?#]/, 1)[0]!)).replaceAll('%2F', '/')
  return `/og/card.png?page=${page}${version === undefined ? '' : `&v=${version}`}`
}
