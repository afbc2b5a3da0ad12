import type { ReactNode } from 'react'
import { ClientScript } from '@/components/public/layout/client-script'
import { THEME_SCRIPT } from '@/components/public/layout/theme-script'
import { translator } from '@/lib/platform/i18n/translate'
import type { Lang } from '@/lib/platform/i18n/locale'

/** `fonts` are the classes that set the families; `head` is what a page says of itself. */
type Props = { lang: Lang; fonts: string; head?: ReactNode; children: ReactNode }

/** The document that every public page is. */
export const HtmlDocument = ({ lang, fonts, head, children }: Props) => (
  <html lang={lang} className={fonts} suppressHydrationWarning>
    <head>
      {/* Before the styles: after them it would wait until they are there, and all that follows with it. */}
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
