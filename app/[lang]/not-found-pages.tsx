import { notFound } from 'next/navigation'
import { PageLayout } from '@/components/public/layout/page-layout'
import { NotFoundPage, WithdrawnPage } from '@/components/public/pages/not-found'
import { translator } from '@/lib/platform/i18n/translate'
import type { Lang, Text } from '@/lib/platform/i18n/locale'
import { setStatus } from '@/lib/platform/request-context/request-context'
import type { PageMetadata } from './metadata'

/** The 404 page in the reader's language. Works without JavaScript. */
export const missing = (lang: Lang) => {
  if (!setStatus(404)) notFound()
  return (
    <PageLayout lang={lang} canonical="/">
      <NotFoundPage lang={lang} />
    </PageLayout>
  )
}

/** The 410 page of a withdrawn record. */
export const withdrawn = (lang: Lang, canonical: string, tombstone: { on: string; reason: Text }) => {
  setStatus(410)
  return (
    <PageLayout lang={lang} canonical={canonical}>
      <WithdrawnPage on={tombstone.on} reason={tombstone.reason} lang={lang} />
    </PageLayout>
  )
}

export const missingMetadata = (lang: Lang, what: 'missing' | 'withdrawn' | 'failed' = 'missing'): PageMetadata => ({
  title: translator(lang)(`${what}.title`),
  robots: { index: false },
})
