import type { Lang } from '@/lib/platform/i18n/locale'
import { settings } from '@/lib/platform/settings/settings'

/** The absolute address of a page, for those who read it elsewhere: crawlers, data, pictures. */
export const pageAddress = (lang: Lang, path: string): string =>
  settings().siteUrl + (lang === 'en' ? path : path === '/' ? '/es' : `/es${path}`)
