import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AdminPage } from '@/app/admin/admin-page'
import { begin } from '@/app/admin/entries/new/actions'
import { getAdminLocale, requireSession } from '@/app/admin/session'
import { BeginChange } from '@/components/admin/editor/begin-change'
import { editorMessages } from '@/components/admin/editor/editor-messages'
import { adminMessages } from '@/components/admin/admin-messages'
import { draftToEdit, recordNames } from '@/lib/features/editing/editing-queries'
import { isRecordTypeName } from '@/lib/records/registry'
import { setStatus } from '@/lib/platform/request-context/request-context'

type Props = { params: Promise<{ type: string; recordId: string }> }

export const generateMetadata = async (): Promise<Metadata> => ({
  title: editorMessages(await getAdminLocale()).change,
})

/** Redirects to the record's draft, or offers to start one. */
export default async function Page({ params }: Props) {
  const { type, recordId } = await params
  const person = await requireSession(`/admin/edit/${type}/${recordId}`)
  if (await draftToEdit(`${type}-${recordId}`, person.id)) redirect(`/admin/entries/${type}-${recordId}`)
  const named = isRecordTypeName(type)
    ? (await recordNames([{ type, id: recordId }], person.lang))[`${type}/${recordId}`]
    : null
  const t = adminMessages(person.lang)
  if (!named) {
    setStatus(404)
    return (
      <AdminPage person={person} section="entries" title={t('frame.notFound')}>
        <p>{t('frame.notFoundText')}</p>
      </AdminPage>
    )
  }
  return (
    <AdminPage person={person} section="entries" title={named.label}>
      <BeginChange lang={person.lang} messages={editorMessages(person.lang)} named={named} action={begin} />
    </AdminPage>
  )
}
