import { AccountPage } from '@/components/admin/accounts/account'
import { adminMessages } from '@/components/admin/admin-messages'
import { codesOf } from '@/lib/platform/auth/second-factor'
import { sessionsOf } from '@/lib/platform/auth/sessions'
import { sitePolicy } from '@/lib/platform/site-policy/site-policy'
import { AdminPage } from '../admin-page'
import { requireSession } from '../session'
import { describe, endOne, endOthers } from './actions'

type Props = { searchParams: Promise<{ done?: string | string[] }> }

export default async function Page({ searchParams }: Props) {
  const person = await requireSession('/admin/account')
  const [sessions, codes, policy] = await Promise.all([sessionsOf(person.id), codesOf(person.id), sitePolicy()])
  return (
    <AdminPage person={person} title={adminMessages(person.lang)('frame.account')}>
      <AccountPage
        person={person}
        sessions={sessions}
        codesLeft={codes.left}
        zone={policy.timeZone}
        done={(await searchParams).done}
        actions={{ describe, endOne, endOthers }}
      />
    </AdminPage>
  )
}
