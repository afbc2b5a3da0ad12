import type { Metadata } from 'next'
import { AdminPage } from '@/app/admin/admin-page'
import { adminNotFound } from '@/app/admin/not-found-page'
import { requireSession } from '@/app/admin/session'
import { TextPage } from '@/components/admin/sources/text-page'
import { adminMessages } from '@/components/admin/admin-messages'
import { capturedText, recognizePart } from '@/lib/features/intake/queries'
import { textParts } from '@/lib/features/intake/text-parts'
import { adminSource } from '@/lib/features/source-health/admin-queries'
import { begin } from './actions'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<{ of?: string | string[]; part?: string | string[] }>
}

export const metadata: Metadata = { title: 'Candidates' }

export default async function Page({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const hash = String(query.of ?? '')
  const person = await requireSession(`/admin/sources/${id}/text?hash=${hash}`)
  const source = /^[0-9a-z]{10}$/.test(id) ? await adminSource(id) : null
  const captured = source?.captures.some(({ sha256 }) => sha256 === hash) ? await capturedText(hash) : null
  if (!source || !captured) return adminNotFound(person)
  const published = source.published ?? captured.published
  const parts = textParts(captured.text)
  const number = Math.min(Math.max(1, Math.trunc(Number(query.part)) || 1), parts.length)
  const part = parts[number - 1]!
  const recognized = await recognizePart(captured, part, published)
  return (
    <AdminPage
      person={person}
      section="sources"
      title={adminMessages(person.lang)('sources.text.title')}
      action={<a href={`/admin/sources/${id}`}>{source.title || adminMessages(person.lang)('sources.text.back')}</a>}
    >
      <TextPage
        lang={person.lang}
        source={source}
        text={captured}
        part={{ ...part, number, of: parts.length }}
        recognized={recognized}
        action={begin}
      />
    </AdminPage>
  )
}
