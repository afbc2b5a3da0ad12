import type { ReactNode } from 'react'
import type { Lang } from '@/lib/platform/i18n/locale'
import { OutsideLink } from '@/components/ui/record-link'
import { SuggestLink } from '@/components/public/suggest/suggest-link'
import { href, translator } from '@/lib/platform/i18n/translate'
import { RECORD_TYPE_NAMES } from '@/lib/records/registry'
import { LanguageSwitch } from './language-switch'
import { SECTIONS } from './site-header'
import { ThemeChoice } from './theme-choice'

const MORE = RECORD_TYPE_NAMES.filter((type) => !(SECTIONS as readonly string[]).includes(type))
const ABOUT = ['methodology', 'codebook'] as const

const DATA = [
  ['/about/corrections', 'corrections.title'],
  ['/data', 'data.title'],
  ['/feeds', 'download.feedsTitle'],
  ['/about/api', 'api.title'],
] as const

const to = (address: string) => (chunks: ReactNode) => <OutsideLink to={address}>{String(chunks)}</OutsideLink>

const termsIn = (lang: Lang) => (
  <>
    <p>{translator(lang).rich('site.licence', { link: to('https://creativecommons.org/licenses/by/4.0/') })}</p>
    <p>{translator(lang).rich('site.geonames', { link: to('https://www.geonames.org/') })}</p>
  </>
)

// Rendered once per locale, because it is the same on every page.
const TERMS = { en: termsIn('en'), es: termsIn('es') }

/** Site footer: description, license, theme choice and links. */
export const SiteFooter = ({ lang, canonical }: { lang: Lang; canonical: string }) => {
  const t = translator(lang)
  return (
    <footer className="site-footer">
      <div className="wrap site-footer-columns">
        <div>
          <p className="font-serif text-lg font-semibold">{t('site.name')}</p>
          <p className="mt-1 max-w-[52ch]">{t('site.about')}</p>
        </div>
        <div className="space-y-2">
          {TERMS[lang]}
          <ThemeChoice lang={lang} />
        </div>
        <nav className="no-print" aria-label={t('site.more')}>
          <ul>
            {MORE.map((type) => (
              <li key={type}>
                <a className="inline-block py-0.5" href={href(lang, `/${type}`)}>
                  {t(`recordType.${type}`)}
                </a>
              </li>
            ))}
            {ABOUT.map((page) => (
              <li key={page}>
                <a className="inline-block py-0.5" href={href(lang, `/about/${page}`)}>
                  {t(`recordType.${page}`)}
                </a>
              </li>
            ))}
            {DATA.map(([path, name]) => (
              <li key={path}>
                <a className="inline-block py-0.5" href={href(lang, path)}>
                  {t(name)}
                </a>
              </li>
            ))}
            <li>
              <SuggestLink className="inline-block py-0.5" lang={lang} path={canonical.split('?', 1)[0]!} />
            </li>
            <li>
              <LanguageSwitch lang={lang} canonical={canonical} />
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  )
}
