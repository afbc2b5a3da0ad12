import { InvitePage } from '@/components/admin/people/invite'
import { deskWords } from '@/components/admin/admin-messages'
import { Desk } from '../../admin-page'
import { notAllowed } from '../../not-allowed'
import { may, signedIn } from '../../session'
import { makeInvitation } from '../actions'

export default async function Page() {
  const person = await signedIn('/admin/people/invite')
  if (!may(person, 'person:invite')) return notAllowed(person)
  return (
    <Desk person={person} section="people" title={deskWords(person.lang)('people.invite')}>
      <InvitePage lang={person.lang} action={makeInvitation} />
    </Desk>
  )
}
