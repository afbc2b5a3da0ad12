import type { Lang } from '@/lib/platform/i18n/locale'
import { SearchField } from '@/components/public/search/search-field'
import { href, translator } from '@/lib/platform/i18n/translate'
import { LanguageSwitch } from './language-switch'

/** The sections in the header. The footer links the record types that are not here. */
export const SECTIONS = [
  'jurisdictions',
  'map',
  'statements',
  'policies',
  'stances',
  'officials',
  'federal-actions',
  'timeline',
  'compare',
  'about',
] as const

/** `canonical`: canonical English path and query, such as "/statements?after=…". */
type Props = { lang: Lang; canonical: string }

export const SiteHeader = ({ lang, canonical }: Props) => {
  const t = translator(lang)
  return (
    <header className="site-header">
      <div className="wrap">
        <div className="site-header-top">
          <a className="site-header-name" href={href(lang, '/')}>
            {t('site.name')}
          </a>
          <form className="site-header-search" action={href(lang, '/search')} role="search">
            <SearchField label={t('site.searchPrompt')} placeholder={t('site.searchPrompt')} lang={lang} />
            <button type="submit">{t('site.search')}</button>
          </form>
          <a className="site-header-link site-header-find" href={href(lang, '/search')}>
            {t('site.search')}
          </a>
          <LanguageSwitch lang={lang} canonical={canonical} />
          <details className="menu">
            <summary>{t('site.menu')}</summary>
            <Sections lang={lang} canonical={canonical} />
          </details>
        </div>
        <div className="sections">
          <Sections lang={lang} canonical={canonical} />
        </div>
      </div>
    </header>
  )
}

const Sections = ({ lang, canonical }: Props) => (
  <nav aria-label={translator(lang)('site.sections')}>
    <ul>
      {SECTIONS.map((section) => (
        <li key={section}>
          <a href={href(lang, `/${section}`)} aria-current={current(canonical, section)}>
            {translator(lang)(`recordType.${section}`)}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

const current = (canonical: string, section: string): 'page' | 'true' | undefined => {
  if (canonical === `/${section}`) return 'page'
  return canonical.startsWith(`/${section}/`) || canonical.startsWith(`/${section}?`) ? 'true' : undefined
}
