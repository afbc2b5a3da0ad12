import type { Metadata } from 'next'
import { Desk } from '@/app/admin/desk'
import { signedIn } from '@/app/admin/person'
import { NewEntry } from '@/components/desk/editor/new-entry'
import { editorWords } from '@/components/desk/editor/words'
import { begin } from './actions'

export const metadata: Metadata = { title: 'New entry' }

export default async function Page() {
  const person = await signedIn('/admin/entries/new')
  const words = editorWords(person.lang)
  return (
    <Desk person={person} section="entries" title={words.newEntry}>
      <NewEntry lang={person.lang} words={words} action={begin} />
    </Desk>
  )
}
