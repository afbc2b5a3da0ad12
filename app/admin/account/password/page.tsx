import { PasswordPage } from '@/components/admin/accounts/password'
import { adminMessages } from '@/components/admin/admin-messages'
import { AdminPage } from '../../admin-page'
import { requireSession } from '../../session'
import { password } from '../actions'

export default async function Page() {
  const person = await requireSession('/admin/account/password')
  return (
    <AdminPage person={person} title={adminMessages(person.lang)('accounts.changePassword')}>
      <PasswordPage lang={person.lang} email={person.email} action={password} />
    </AdminPage>
  )
}
