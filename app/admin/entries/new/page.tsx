import type { Metadata } from 'next'
import { AdminPage } from '@/app/admin/admin-page'
import { getAdminLocale, requireSession } from '@/app/admin/session'
import { NewEntry } from '@/components/admin/editor/new-entry'
import { editorMessages } from '@/components/admin/editor/editor-messages'
import { begin } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: editorMessages(await getAdminLocale()).newEntry,
})

export default async function Page() {
  const person = await requireSession('/admin/entries/new')
  const messages = editorMessages(person.lang)
  return (
    <AdminPage person={person} section="entries" title={messages.newEntry}>
      <NewEntry lang={person.lang} messages={messages} action={begin} />
    </AdminPage>
  )
}
