import { PersonPage } from '@/components/admin/people/person'
import { eventsOf, person as find } from '@/lib/platform/auth/queries'
import { sitePolicy } from '@/lib/platform/site-policy/site-policy'
import { AdminPage } from '../../admin-page'
import { adminNotFound } from '../../not-found-page'
import { adminForbidden } from '../../forbidden-page'
import { hasPermission, requireSession } from '../../session'
import { close, endAll, makeResetLink, reopen, role, unreset } from '../actions'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string | string[] }> }

export default async function Page({ params, searchParams }: Props) {
  const { id } = await params
  const person = await requireSession(`/admin/people/${id}`)
  if (!hasPermission(person, 'person:change')) return adminForbidden(person)
  const [viewed, events, policy] = await Promise.all([find(id), eventsOf(id), sitePolicy()])
  if (!viewed) return adminNotFound(person)
  return (
    <AdminPage person={person} section="people" title={viewed.name}>
      <PersonPage
        lang={person.lang}
        person={viewed}
        isMe={viewed.id === person.id}
        events={events}
        zone={policy.timeZone}
        done={(await searchParams).done}
        actions={{ role, close, reopen, endAll, makeResetLink, unreset }}
      />
    </AdminPage>
  )
}
