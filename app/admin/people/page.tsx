import { PeoplePage } from '@/components/desk/people/people'
import { deskWords } from '@/components/desk/words'
import { openInvitations, people } from '@/lib/platform/accounts/queries'
import { sitePolicy } from '@/lib/platform/policy/policy'
import { Desk } from '../desk'
import { notAllowed } from '../not-allowed'
import { may, signedIn } from '../person'
import { uninvite } from './actions'

type Props = { searchParams: Promise<{ done?: string | string[] }> }

export default async function Page({ searchParams }: Props) {
  const person = await signedIn('/admin/people')
  if (!may(person, 'person:change')) return notAllowed(person)
  const t = deskWords(person.lang)
  const [rows, invitations, policy] = await Promise.all([people(), openInvitations(), sitePolicy()])
  return (
    <Desk
      person={person}
      section="people"
      title={t('frame.people')}
      action={
        <a className="button" href="/admin/people/invite">
          {t('people.invite')}
        </a>
      }
    >
      <PeoplePage
        lang={person.lang}
        people={rows}
        me={person.id}
        invitations={invitations}
        zone={policy.timeZone}
        done={(await searchParams).done}
        uninvite={uninvite}
      />
    </Desk>
  )
}
