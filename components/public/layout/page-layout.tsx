import type { ReactNode } from 'react'
import { settings } from '@/lib/platform/settings/settings'
import type { Lang } from '@/lib/platform/i18n/locale'
import { formatDay } from '@/components/ui/format-date'
import { href, translator } from '@/lib/platform/i18n/translate'
import { Breadcrumb, type Crumb } from './breadcrumb'
import { SiteFooter } from './site-footer'
import { SiteHeader } from './site-header'

/** `here`: canonical English path and query, used by the language switch and the print footer. */
type Props = { lang: Lang; here: string; trail?: readonly Crumb[]; children: ReactNode }

/** Layout of every public page. */
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

/** Render date. Printed pages show it, because content changes. */
const today = (lang: Lang): string => formatDay(new Date().toISOString(), lang)
