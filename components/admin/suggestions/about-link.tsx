import { href } from '@/lib/platform/i18n/translate'
import type { AboutPage } from '@/lib/features/suggestions/about-page'
import type { Lang } from '@/lib/platform/i18n/locale'
import { adminMessages } from '@/components/admin/admin-messages'

/** Public page that a suggestion refers to. */
export const AboutLink = ({ about, lang }: { about: AboutPage; lang: Lang }) => (
  <a href={href(lang, about.path)}>
    {about.path === '/' ? adminMessages(lang)('suggestions.wholeSite') : (about.title ?? about.path)}
  </a>
)
