import { SecondFactorPage } from '@/components/admin/accounts/second-factor'
import { adminMessages } from '@/components/admin/admin-messages'
import { codesOf, pendingSecret } from '@/lib/platform/auth/second-factor'
import { totpSecretText, totpUri } from '@/lib/platform/auth/totp'
import { AdminPage } from '../../admin-page'
import { requireSession } from '../../session'
import { begin, confirm, end, renewCodes } from '../actions'

type Props = { searchParams: Promise<{ to?: string | string[] }> }

export default async function Page({ searchParams }: Props) {
  const person = await requireSession('/admin/account/second-factor')
  const secret = person.secondFactor ? null : await pendingSecret(person.id)
  const pending =
    secret === null ? null : { text: totpSecretText(secret), address: totpUri(secret, 'Local Record', person.email) }
  return (
    <AdminPage person={person} title={adminMessages(person.lang)('accounts.secondFactor')}>
      <SecondFactorPage
        lang={person.lang}
        isOn={person.secondFactor}
        wanted={(await searchParams).to}
        pending={pending}
        codesLeft={(await codesOf(person.id)).left}
        actions={{ begin, confirm, end, renewCodes }}
      />
    </AdminPage>
  )
}
