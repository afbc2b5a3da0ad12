import { PolicyPage } from '@/components/admin/people/policy'
import { deskWords } from '@/components/admin/admin-messages'
import { sitePolicy } from '@/lib/platform/site-policy/site-policy'
import { Desk } from '../admin-page'
import { notAllowed } from '../not-allowed'
import { may, signedIn } from '../session'
import { change } from './actions'

type Props = { searchParams: Promise<{ done?: string | string[] }> }

export default async function Page({ searchParams }: Props) {
  const person = await signedIn('/admin/policy')
  if (!may(person, 'policy:change')) return notAllowed(person)
  return (
    <Desk person={person} section="policy" title={deskWords(person.lang)('frame.policy')}>
      <PolicyPage lang={person.lang} policy={await sitePolicy()} done={(await searchParams).done} action={change} />
    </Desk>
  )
}
