import { InvitePage } from '@/components/desk/people/invite'
import { deskWords } from '@/components/desk/words'
import { Desk } from '../../desk'
import { notAllowed } from '../../not-allowed'
import { may, signedIn } from '../../person'
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
