import type { ReactNode } from 'react'
import { adminNotFound } from '@/app/admin/not-found-page'
import { requireSession } from '@/app/admin/session'
import { recordView } from '@/app/record-views'
import { PreviewFrame } from '@/components/admin/review/preview-frame'
import { adminMessages } from '@/components/admin/admin-messages'
import { previewPublish } from '@/lib/features/review/publish-preview'
import { isLang } from '@/lib/platform/i18n/locale'
import { selectedDrafts } from '../review/selected-drafts'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ params, searchParams }: Props) {
  const id = decodeURIComponent((await params).id)
  const query = await searchParams
  const person = await requireSession(`/admin/entries/${id}/preview`)
  const preview = await previewPublish(person.actor, id, selectedDrafts(query))
  if (!preview) return adminNotFound(person)
  const lang = typeof query.lang === 'string' && isLang(query.lang) ? query.lang : person.lang
  const shown = preview.drafts.find((one) => one.id === query.show) ?? preview.drafts[0]!
  const address = (more: Record<string, string>) => {
    const chosen = preview.drafts.slice(1).map((one) => ['with', one.id])
    const params = { lang, show: shown.id, ...more }
    return `/admin/entries/${id}/preview?${new URLSearchParams([...chosen, ...Object.entries(params)])}`
  }
  const page: ReactNode = shown.card ? await recordView(shown.type).body(shown.card, shown.card.version, lang) : null
  return (
    <PreviewFrame
      admin={person.lang}
      lang={lang}
      back={`/admin/entries/${id}/review`}
      drafts={preview.drafts.map((one) => ({
        title: one.title || adminMessages(person.lang)('review.untitled'),
        type: one.type,
        href: address({ show: one.id }),
        current: one === shown,
      }))}
      languages={{ en: address({ lang: 'en' }), es: address({ lang: 'es' }) }}
    >
      {page}
    </PreviewFrame>
  )
}
