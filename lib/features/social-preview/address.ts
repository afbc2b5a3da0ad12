import type { Lang } from '@/lib/platform/i18n/locale'
import { settings } from '@/lib/platform/settings/settings'

/** The absolute URL of a page, for crawlers, structured data and preview images. */
export const pageAddress = (lang: Lang, path: string): string =>
  settings().siteUrl + (lang === 'en' ? path : path === '/' ? '/es' : `/es${path}`)
