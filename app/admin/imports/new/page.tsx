import { AdminPage } from '@/app/admin/admin-page'
import { adminForbidden } from '@/app/admin/forbidden-page'
import { hasPermission, requireSession } from '@/app/admin/session'
import { NewImport } from '@/components/admin/imports/new-import'
import { adminMessages } from '@/components/admin/admin-messages'
import { importChoices } from '@/lib/features/imports/choices'

type Props = { searchParams: Promise<{ problem?: string | string[]; kind?: string | string[] }> }

export default async function Page({ searchParams }: Props) {
  const { problem, kind } = await searchParams
  const person = await requireSession('/admin/imports/new')
  if (!hasPermission(person, 'record:import')) return adminForbidden(person)
  const choices = importChoices().filter(({ places }) => !places || hasPermission(person, 'place:import'))
  return (
    <AdminPage person={person} section="imports" title={adminMessages(person.lang)('imports.upload.title')}>
      <NewImport
        lang={person.lang}
        choices={choices}
        kind={typeof kind === 'string' ? kind : null}
        problem={typeof problem === 'string' ? problem : null}
      />
    </AdminPage>
  )
}
