import type { Metadata } from 'next'
import { Start } from '@/components/admin/sources/start'
import { adminMessages } from '@/components/admin/admin-messages'
import { AdminPage } from '../admin-page'
import { requireSession } from '../session'
import { fromLink, fromText } from './actions'

export const metadata: Metadata = { title: 'Start from a source' }

export default async function Page() {
  const person = await requireSession('/admin/start')
  return (
    <AdminPage person={person} section="start" title={adminMessages(person.lang)('frame.start')}>
      <Start lang={person.lang} fromLink={fromLink} fromText={fromText} />
    </AdminPage>
  )
}
