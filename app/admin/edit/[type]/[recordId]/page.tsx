import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Desk } from '@/app/admin/admin-page'
import { begin } from '@/app/admin/entries/new/actions'
import { deskLang, signedIn } from '@/app/admin/session'
import { BeginChange } from '@/components/admin/editor/begin-change'
import { editorWords } from '@/components/admin/editor/editor-messages'
import { deskWords } from '@/components/admin/admin-messages'
import { draftToEdit, recordNames } from '@/lib/features/editing/editing-queries'
import { isRoom } from '@/lib/features/editing/form-plans'
import { answerWith } from '@/lib/platform/request-context/request-context'

type Props = { params: Promise<{ room: string; recordId: string }> }

export const generateMetadata = async (): Promise<Metadata> => ({
  title: editorWords(await deskLang()).change,
})

/** Leads to the record's draft; where there is none yet, one press begins it. */
export default async function Page({ params }: Props) {
  const { room, recordId } = await params
  const person = await signedIn(`/admin/edit/${room}/${recordId}`)
  if (await draftToEdit(`${room}-${recordId}`, person.id)) redirect(`/admin/entries/${room}-${recordId}`)
  const named = isRoom(room) ? (await recordNames([{ room, id: recordId }], person.lang))[`${room}/${recordId}`] : null
  const t = deskWords(person.lang)
  if (!named) {
    answerWith(404)
    return (
      <Desk person={person} section="entries" title={t('frame.notFound')}>
        <p>{t('frame.notFoundText')}</p>
      </Desk>
    )
  }
  return (
    <Desk person={person} section="entries" title={named.label}>
      <BeginChange lang={person.lang} words={editorWords(person.lang)} named={named} action={begin} />
    </Desk>
  )
}
