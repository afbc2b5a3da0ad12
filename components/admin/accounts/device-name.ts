import type { Lang } from '@/lib/platform/i18n/locale'
import { adminMessages } from '@/components/admin/admin-messages'

// Ordered: most user agents also contain the names of later entries.
const BROWSERS: [name: string, mark: RegExp][] = [
  ['Edge', /\bEdg(e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|HeadlessChrome|CriOS)\//],
  ['Safari', /\bSafari\//],
]
const SYSTEMS: [name: string, mark: RegExp][] = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\b(Macintosh|Mac OS X)\b/],
  ['Linux', /\bLinux\b/],
]

const find = (list: typeof BROWSERS, userAgent: string) => list.find(([, mark]) => mark.test(userAgent))?.[0]

/** "Firefox on Windows", as far as the user agent tells. */
export const deviceName = (userAgent: string, lang: Lang): string => {
  const t = adminMessages(lang)
  const browser = find(BROWSERS, userAgent)
  const system = find(SYSTEMS, userAgent)
  if (browser && system) return t('accounts.device', { browser, system })
  return browser ?? system ?? t('accounts.deviceUnknown')
}
