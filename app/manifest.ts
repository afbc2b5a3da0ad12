import type { MetadataRoute } from 'next'
import { COLORS } from '@/components/public/social-preview/design-tokens'
import { translator } from '@/lib/platform/i18n/translate'

/** Web app manifest. */
export default function manifest(): MetadataRoute.Manifest {
  const t = translator('en')
  return {
    name: t('site.name'),
    short_name: t('site.name'),
    description: t('site.description'),
    lang: 'en',
    start_url: '/',
    display: 'browser',
    background_color: COLORS.paper,
    theme_color: COLORS.accent,
    icons: [
      { src: '/icon.svg', type: 'image/svg+xml', sizes: 'any' },
      { src: '/apple-icon.png', type: 'image/png', sizes: '180x180' },
    ],
  }
}
