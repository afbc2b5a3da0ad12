import { RecoveryCodesPage } from '@/components/admin/accounts/recovery-codes'
import { adminMessages } from '@/components/admin/admin-messages'
import { codesOf } from '@/lib/platform/auth/second-factor'
import { AdminPage } from '../../admin-page'
import { requireSession } from '../../session'
import { confirmCodesSaved } from '../actions'

export default async function Page() {
  const person = await requireSession('/admin/account/recovery-codes')
  return (
    <AdminPage person={person} title={adminMessages(person.lang)('accounts.recoveryCodes')}>
      <RecoveryCodesPage lang={person.lang} {...await codesOf(person.id)} action={confirmCodesSaved} />
    </AdminPage>
  )
}
