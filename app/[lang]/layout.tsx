import '@/app/globals.css'
import type { ReactNode } from 'react'
import { Program } from '@/components/frame/program'
import { THEME_SCRIPT } from '@/components/frame/theme-script'
import { words } from '@/components/words'
import { fonts } from './fonts'
import { langOf } from './lang'

export const dynamic = 'force-dynamic'

export default async function Layout({ children, params }: { children: ReactNode; params: Promise<{ lang: string }> }) {
  const lang = langOf((await params).lang)
  return (
    <html lang={lang} className={fonts} suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
      </head>
      <body>
        <a className="skip" href="#content">
          {words(lang)('site.skip')}
        </a>
        {children}
        <Program name="site" />
      </body>
    </html>
  )
}
