import { PeoplePage } from '@/components/admin/people/people'
import { adminMessages } from '@/components/admin/admin-messages'
import { openInvitations, people } from '@/lib/platform/auth/queries'
import { sitePolicy } from '@/lib/platform/site-policy/site-policy'
import { AdminPage } from '../admin-page'
import { adminForbidden } from '../forbidden-page'
import { hasPermission, requireSession } from '../session'
import { uninvite } from './actions'

type Props = { searchParams: Promise<{ done?: string | string[] }> }

export default async function Page({ searchParams }: Props) {
  const person = await requireSession('/admin/people')
  if (!hasPermission(person, 'person:change')) return adminForbidden(person)
  const t = adminMessages(person.lang)
  const [rows, invitations, policy] = await Promise.all([people(), openInvitations(), sitePolicy()])
  return (
    <AdminPage
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
    </AdminPage>
  )
}
