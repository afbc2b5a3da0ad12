import type { ReactNode } from 'react'
import { settings } from '@/lib/platform/settings/settings'
import type { Lang } from '@/lib/platform/i18n/locale'
import { formatDay } from '@/components/ui/format-date'
import { href, translator } from '@/lib/platform/i18n/translate'
import { Breadcrumb, type Crumb } from './breadcrumb'
import { SiteFooter } from './site-footer'
import { SiteHeader } from './site-header'

/** `here` is the page's address in English, path and query; the language switch and the printed page name it. */
type Props = { lang: Lang; here: string; trail?: readonly Crumb[]; children: ReactNode }

/** What stands around every page. */
export const PageLayout = ({ lang, here, trail, children }: Props) => (
  <>
    <SiteHeader lang={lang} here={here} />
    <main id="content" className="wrap page" tabIndex={-1}>
      {trail && <Breadcrumb trail={trail} lang={lang} />}
      {children}
      <p className="print-only quiet mt-4">
        {translator(lang)('site.dataOn', { address: settings().siteUrl + href(lang, here) })}, {today(lang)}
      </p>
    </main>
    <SiteFooter lang={lang} here={here} />
  </>
)

/** The day on which the page was made, which a printed page needs: what it shows can change. */
const today = (lang: Lang): string => formatDay(new Date().toISOString(), lang)
