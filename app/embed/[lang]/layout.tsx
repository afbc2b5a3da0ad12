import '@/app/globals.css'
import type { ReactNode } from 'react'
import { fonts } from '@/app/[lang]/fonts'
import { langOf } from '@/app/[lang]/lang'

export const dynamic = 'force-dynamic'

/** Inside another page there is no masthead and no choice of a theme, and every link leads out of the frame. */
export default async function Layout({ children, params }: { children: ReactNode; params: Promise<{ lang: string }> }) {
  return (
    <html lang={langOf((await params).lang)} className={fonts}>
      <head>
        <base target="_blank" />
      </head>
      <body>{children}</body>
    </html>
  )
}
