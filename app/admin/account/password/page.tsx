import { PasswordPage } from '@/components/admin/accounts/password'
import { deskWords } from '@/components/admin/admin-messages'
import { Desk } from '../../admin-page'
import { signedIn } from '../../session'
import { password } from '../actions'

export default async function Page() {
  const person = await signedIn('/admin/account/password')
  return (
    <Desk person={person} title={deskWords(person.lang)('accounts.changePassword')}>
      <PasswordPage lang={person.lang} email={person.email} action={password} />
    </Desk>
  )
}
