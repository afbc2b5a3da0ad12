import type { ReactNode } from 'react'
import { ClientScript } from '@/components/public/layout/client-script'
import { THEME_SCRIPT } from '@/components/public/layout/theme-script'
import { translator } from '@/lib/platform/i18n/translate'
import type { Lang } from '@/lib/platform/i18n/locale'

/** `fonts`: class names that set the font variables. `head`: elements for the document's head. */
type Props = { lang: Lang; fonts: string; head?: ReactNode; children: ReactNode }

/** HTML document shell of all public pages. */
export const HtmlDocument = ({ lang, fonts, head, children }: Props) => (
  <html lang={lang} className={fonts} suppressHydrationWarning>
    <head>
      {/* Placed before the stylesheets: after them the script would wait for them to load and block rendering. */}
      <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
      {head}
    </head>
    <body>
      <a className="skip" href="#content">
        {translator(lang)('site.skip')}
      </a>
      {children}
      <ClientScript name="site" />
    </body>
  </html>
)
