import type { Metadata } from 'next'
import { Desk } from '@/app/admin/admin-page'
import { missingAtDesk } from '@/app/admin/missing'
import { signedIn } from '@/app/admin/session'
import { TextPage } from '@/components/admin/sources/text-page'
import { deskWords } from '@/components/admin/admin-messages'
import { capturedText, recognise } from '@/lib/features/intake/queries'
import { sourceAtDesk } from '@/lib/features/source-health/admin-queries'
import { begin } from './actions'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ of?: string | string[] }> }

export const metadata: Metadata = { title: 'Candidates' }

export default async function Page({ params, searchParams }: Props) {
  const { id } = await params
  const of = String((await searchParams).of ?? '')
  const person = await signedIn(`/admin/sources/${id}/text?of=${of}`)
  const source = /^[0-9a-z]{10}$/.test(id) ? await sourceAtDesk(id) : null
  const kept = source?.captures.some(({ sha256 }) => sha256 === of) ? await capturedText(of) : null
  if (!source || !kept) return missingAtDesk(person)
  const published = source.published ?? kept.published
  const candidates = await recognise(kept.text, published, kept.lang)
  return (
    <Desk
      person={person}
      section="sources"
      title={deskWords(person.lang)('sources.text.title')}
      action={<a href={`/admin/sources/${id}`}>{source.title || deskWords(person.lang)('sources.text.back')}</a>}
    >
      <TextPage lang={person.lang} source={source} text={kept} candidates={candidates} action={begin} />
    </Desk>
  )
}
