import { InvitePage } from '@/components/admin/people/invite'
import { adminMessages } from '@/components/admin/admin-messages'
import { AdminPage } from '../../admin-page'
import { adminForbidden } from '../../forbidden-page'
import { hasPermission, requireSession } from '../../session'
import { makeInvitation } from '../actions'

export default async function Page() {
  const person = await requireSession('/admin/people/invite')
  if (!hasPermission(person, 'person:invite')) return adminForbidden(person)
  return (
    <AdminPage person={person} section="people" title={adminMessages(person.lang)('people.invite')}>
      <InvitePage lang={person.lang} action={makeInvitation} />
    </AdminPage>
  )
}
