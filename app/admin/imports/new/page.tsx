import { Desk } from '@/app/admin/admin-page'
import { notAllowed } from '@/app/admin/not-allowed'
import { may, signedIn } from '@/app/admin/session'
import { NewImport } from '@/components/admin/imports/new-import'
import { deskWords } from '@/components/admin/admin-messages'
import { importChoices } from '@/lib/features/imports/choices'

type Props = { searchParams: Promise<{ problem?: string | string[]; kind?: string | string[] }> }

export default async function Page({ searchParams }: Props) {
  const { problem, kind } = await searchParams
  const person = await signedIn('/admin/imports/new')
  if (!may(person, 'record:import')) return notAllowed(person)
  const choices = importChoices().filter(({ places }) => !places || may(person, 'place:import'))
  return (
    <Desk person={person} section="imports" title={deskWords(person.lang)('imports.upload.title')}>
      <NewImport
        lang={person.lang}
        choices={choices}
        kind={typeof kind === 'string' ? kind : null}
        problem={typeof problem === 'string' ? problem : null}
      />
    </Desk>
  )
}
