import { AccountPage } from '@/components/desk/accounts/account'
import { deskWords } from '@/components/desk/words'
import { codesOf } from '@/lib/platform/accounts/second-factor'
import { sessionsOf } from '@/lib/platform/accounts/sessions'
import { sitePolicy } from '@/lib/platform/policy/policy'
import { Desk } from '../desk'
import { signedIn } from '../person'
import { describe, endOne, endOthers } from './actions'

type Props = { searchParams: Promise<{ done?: string | string[] }> }

export default async function Page({ searchParams }: Props) {
  const person = await signedIn('/admin/account')
  const [sessions, codes, policy] = await Promise.all([sessionsOf(person.id), codesOf(person.id), sitePolicy()])
  return (
    <Desk person={person} title={deskWords(person.lang)('frame.account')}>
      <AccountPage
        person={person}
        sessions={sessions}
        codesLeft={codes.left}
        zone={policy.timeZone}
        done={(await searchParams).done}
        actions={{ describe, endOne, endOthers }}
      />
    </Desk>
  )
}
