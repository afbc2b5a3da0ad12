import type { ReactNode } from 'react'
import { settings } from '@/lib/platform/settings/settings'
import type { Lang } from '@/lib/platform/i18n/locale'
import { formatDay } from '@/lib/text/format-date'
import { href, translator } from '@/lib/platform/i18n/translate'
import { Breadcrumb, type Crumb } from './breadcrumb'
import { SiteFooter } from './site-footer'
import { SiteHeader } from './site-header'

/** `canonical`: canonical English path and query, used by the language switch and the print footer. */
type Props = { lang: Lang; canonical: string; trail?: readonly Crumb[]; children: ReactNode }

/** Layout of every public page. */
export const PageLayout = ({ lang, canonical, trail, children }: Props) => (
  <>
    <SiteHeader lang={lang} canonical={canonical} />
    <main id="content" className="wrap page" tabIndex={-1}>
      {trail && <Breadcrumb trail={trail} lang={lang} />}
      {children}
      <p className="print-only quiet mt-4">
        {translator(lang)('site.dataOn', { address: settings().siteUrl + href(lang, canonical) })}, {today(lang)}
      </p>
    </main>
    <SiteFooter lang={lang} canonical={canonical} />
  </>
)

/** Render date. Printed pages show it, because content changes. */
const today = (lang: Lang): string => formatDay(new Date().toISOString(), lang)
