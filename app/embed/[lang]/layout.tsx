import '@/app/globals.css'
import type { ReactNode } from 'react'
import { fonts } from '@/app/[lang]/fonts'
import { langOf } from '@/app/[lang]/lang'

export const dynamic = 'force-dynamic'

/** No site header, footer or theme choice inside an embed. Links open outside the frame. */
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
