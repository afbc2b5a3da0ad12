import { PeoplePage } from '@/components/admin/people/people'
import { deskWords } from '@/components/admin/admin-messages'
import { openInvitations, people } from '@/lib/platform/auth/queries'
import { sitePolicy } from '@/lib/platform/site-policy/site-policy'
import { Desk } from '../admin-page'
import { notAllowed } from '../not-allowed'
import { may, signedIn } from '../session'
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
