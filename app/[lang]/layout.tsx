import '@/app/globals.css'
import type { ReactNode } from 'react'
import { fonts } from './fonts'
import { langOf } from './lang'
import { HtmlDocument } from './document'

export const dynamic = 'force-dynamic'

export default async function Layout({ children, params }: { children: ReactNode; params: Promise<{ lang: string }> }) {
  return (
    <HtmlDocument lang={langOf((await params).lang)} fonts={fonts}>
      {children}
    </HtmlDocument>
  )
}
