import type { Lang } from '@/lib/platform/i18n/locale'
import { href, translator } from '@/lib/platform/i18n/translate'

/** Link to the page in the other language, with its query. */
export const LanguageSwitch = ({ lang, canonical }: { lang: Lang; canonical: string }) => {
  const other: Lang = lang === 'en' ? 'es' : 'en'
  return (
    <a className="site-header-link" href={href(other, canonical)} hrefLang={other} lang={other}>
      {translator(lang)('site.otherLanguage')}
    </a>
  )
}
