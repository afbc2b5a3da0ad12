import '@/app/globals.css'
import '@/components/styles/admin.css'
import '@/components/styles/editor.css'
import '@/components/styles/reference-field.css'
import '@/components/styles/entry-texts.css'
import '@/components/styles/review.css'
import '@/components/styles/admin-lists.css'
import '@/components/styles/merging.css'
import '@/components/styles/accounts.css'
import '@/components/styles/imports.css'
import '@/components/styles/sources.css'
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { fonts } from '@/app/[lang]/fonts'
import { InlineScript } from '@/components/public/layout/inline-script'
import { adminMessages } from '@/components/admin/admin-messages'
import { getAdminLocale } from './session'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: { default: 'Local Record', template: '%s · Local Record' },
  robots: { index: false, follow: false },
}

export default async function Layout({ children }: { children: ReactNode }) {
  const lang = await getAdminLocale()
  return (
    <html lang={lang} className={fonts} suppressHydrationWarning>
      <head>
        <InlineScript name="theme" />
      </head>
      <body className="admin">
        <a className="skip" href="#content">
          {adminMessages(lang)('frame.skip')}
        </a>
        {children}
      </body>
    </html>
  )
}
