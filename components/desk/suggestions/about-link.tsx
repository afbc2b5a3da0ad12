import { href } from '@/components/words'
import type { AboutPage } from '@/lib/domain/about-page'
import type { Lang } from '@/lib/platform/collections/language'
import { deskWords } from '../words'

/** The public page on which a suggestion was written. */
export const AboutLink = ({ about, lang }: { about: AboutPage; lang: Lang }) => (
  <a href={href(lang, about.path)}>
    {about.path === '/' ? deskWords(lang)('suggestions.wholeSite') : (about.title ?? about.path)}
  </a>
)
