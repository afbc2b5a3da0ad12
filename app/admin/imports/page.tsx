import { AdminPage } from '@/app/admin/admin-page'
import { adminForbidden } from '@/app/admin/forbidden-page'
import { hasPermission, requireSession } from '@/app/admin/session'
import { ImportList } from '@/components/admin/imports/import-list'
import { adminMessages } from '@/components/admin/admin-messages'
import { importChoices } from '@/lib/features/imports/choices'
import { importBatches } from '@/lib/platform/imports/queries'
import { people } from '@/lib/platform/auth/queries'
import { sitePolicy } from '@/lib/platform/site-policy/site-policy'

export default async function Page() {
  const person = await requireSession('/admin/imports')
  if (!hasPermission(person, 'record:import')) return adminForbidden(person)
  const t = adminMessages(person.lang)
  const [batches, everyone, { timeZone }] = await Promise.all([importBatches(), people(), sitePolicy()])
  return (
    <AdminPage
      person={person}
      section="imports"
      title={t('imports.title')}
      action={
        <a className="button" href="/admin/imports/new">
          {t('imports.new')}
        </a>
      }
    >
      <ImportList
        lang={person.lang}
        batches={batches}
        kinds={importChoices()}
        names={new Map(everyone.map(({ id, name }) => [id, name]))}
        zone={timeZone}
      />
    </AdminPage>
  )
}
