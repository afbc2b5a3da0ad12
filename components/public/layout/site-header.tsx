import type { Lang } from '@/lib/platform/i18n/locale'
import { SearchField } from '@/components/public/search/search-field'
import { href, translator } from '@/lib/platform/i18n/translate'
import { LanguageSwitch } from './language-switch'

const RECORD_TYPES = [
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

/** `here`: canonical English path and query, such as "/statements?after=…". */
type Props = { lang: Lang; here: string }

export const SiteHeader = ({ lang, here }: Props) => {
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
          <LanguageSwitch lang={lang} here={here} />
          <details className="menu">
            <summary>{t('site.menu')}</summary>
            <Types lang={lang} here={here} />
          </details>
        </div>
        <div className="types">
          <Types lang={lang} here={here} />
        </div>
      </div>
    </header>
  )
}

const Types = ({ lang, here }: Props) => (
  <nav aria-label={translator(lang)('site.sections')}>
    <ul>
      {RECORD_TYPES.map((type) => (
        <li key={type}>
          <a href={href(lang, `/${type}`)} aria-current={current(here, type)}>
            {translator(lang)(`recordType.${type}`)}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

const current = (here: string, type: string): 'page' | 'true' | undefined =>
  here === `/${type}` ? 'page' : here.startsWith(`/${type}/`) || here.startsWith(`/${type}?`) ? 'true' : undefined
