import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { EmbedFrame } from '@/components/public/embeds/embed-frame'
import { href, translator } from '@/lib/platform/i18n/translate'
import { lastChange } from '@/lib/features/exports/last-published'
import type { Lang } from '@/lib/platform/i18n/locale'
import { settings } from '@/lib/platform/settings/settings'
import { setStatus } from '@/lib/platform/request-context/request-context'

/** Not indexed; canonical is the public page. */
export const embedMetadata = (title: string, page: string, lang: Lang): Metadata => ({
  metadataBase: new URL(settings().siteUrl),
  title: `${title} · ${translator(lang)('site.name')}`,
  robots: { index: false },
  alternates: { canonical: href(lang, page) },
})

export const embedPage = async (title: string, page: string, lang: Lang, children: ReactNode) => (
  <EmbedFrame title={title} page={page} asOf={await lastChange()} lang={lang}>
    {children}
  </EmbedFrame>
)

/** Empty embed with a 404 or 410 status. */
export const embedMissing = (lang: Lang, status: 404 | 410 = 404) => {
  setStatus(status)
  return (
    <EmbedFrame
      title={translator(lang)(status === 404 ? 'missing.title' : 'withdrawn.title')}
      page="/"
      asOf={null}
      lang={lang}
    >
      {null}
    </EmbedFrame>
  )
}
