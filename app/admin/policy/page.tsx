import { PolicyPage } from '@/components/admin/people/policy'
import { adminMessages } from '@/components/admin/admin-messages'
import { importChoices } from '@/lib/features/imports/choices'
import { sitePolicy } from '@/lib/platform/site-policy/site-policy'
import { AdminPage } from '../admin-page'
import { adminForbidden } from '../forbidden-page'
import { hasPermission, requireSession } from '../session'
import { change } from './actions'

type Props = { searchParams: Promise<{ done?: string | string[] }> }

export default async function Page({ searchParams }: Props) {
  const person = await requireSession('/admin/policy')
  if (!hasPermission(person, 'policy:change')) return adminForbidden(person)
  return (
    <AdminPage person={person} section="policy" title={adminMessages(person.lang)('frame.policy')}>
      <PolicyPage
        lang={person.lang}
        policy={await sitePolicy()}
        lists={importChoices().filter(({ isPublicList }) => isPublicList)}
        done={(await searchParams).done}
        action={change}
      />
    </AdminPage>
  )
}
