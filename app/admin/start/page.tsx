import type { Metadata } from 'next'
import { Start } from '@/components/admin/sources/start'
import { deskWords } from '@/components/admin/admin-messages'
import { Desk } from '../admin-page'
import { signedIn } from '../session'
import { fromLink, fromText } from './actions'

export const metadata: Metadata = { title: 'Start from a source' }

export default async function Page() {
  const person = await signedIn('/admin/start')
  return (
    <Desk person={person} section="start" title={deskWords(person.lang)('frame.start')}>
      <Start lang={person.lang} fromLink={fromLink} fromText={fromText} />
    </Desk>
  )
}
