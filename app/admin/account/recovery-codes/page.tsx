import { RecoveryCodesPage } from '@/components/desk/accounts/recovery-codes'
import { deskWords } from '@/components/desk/words'
import { codesOf } from '@/lib/platform/accounts/second-factor'
import { Desk } from '../../desk'
import { signedIn } from '../../person'
import { keptCodes } from '../actions'

export default async function Page() {
  const person = await signedIn('/admin/account/recovery-codes')
  return (
    <Desk person={person} title={deskWords(person.lang)('accounts.recoveryCodes')}>
      <RecoveryCodesPage lang={person.lang} {...await codesOf(person.id)} action={keptCodes} />
    </Desk>
  )
}
