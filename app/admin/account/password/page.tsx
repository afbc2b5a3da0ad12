import { PasswordPage } from '@/components/desk/accounts/password'
import { deskWords } from '@/components/desk/words'
import { Desk } from '../../desk'
import { signedIn } from '../../person'
import { password } from '../actions'

export default async function Page() {
  const person = await signedIn('/admin/account/password')
  return (
    <Desk person={person} title={deskWords(person.lang)('accounts.changePassword')}>
      <PasswordPage lang={person.lang} email={person.email} action={password} />
    </Desk>
  )
}
