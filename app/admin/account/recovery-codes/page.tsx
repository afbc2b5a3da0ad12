import { RecoveryCodesPage } from '@/components/admin/accounts/recovery-codes'
import { deskWords } from '@/components/admin/admin-messages'
import { codesOf } from '@/lib/platform/auth/second-factor'
import { Desk } from '../../admin-page'
import { signedIn } from '../../session'
import { keptCodes } from '../actions'

export default async function Page() {
  const person = await signedIn('/admin/account/recovery-codes')
  return (
    <Desk person={person} title={deskWords(person.lang)('accounts.recoveryCodes')}>
      <RecoveryCodesPage lang={person.lang} {...await codesOf(person.id)} action={keptCodes} />
    </Desk>
  )
}
