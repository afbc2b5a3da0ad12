import '@/app/globals.css'
import type { ReactNode } from 'react'
import { ClientScript } from '@/components/public/layout/client-script'
import { InlineScript } from '@/components/public/layout/inline-script'
import { translator } from '@/lib/platform/i18n/translate'
import { fonts } from './fonts'
import { langOf } from './lang'

export const dynamic = 'force-dynamic'

export default async function Layout({ children, params }: { children: ReactNode; params: Promise<{ lang: string }> }) {
  const lang = langOf((await params).lang)
  return (
    <html lang={lang} className={fonts} suppressHydrationWarning>
      <head>
        {/* Before the styles: a script after them waits until they are loaded, and so does everything that follows. */}
        <InlineScript name="theme" />
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
}
