import type { Metadata } from 'next'
import { Desk } from '@/app/admin/admin-page'
import { deskLang, signedIn } from '@/app/admin/session'
import { NewEntry } from '@/components/admin/editor/new-entry'
import { editorWords } from '@/components/admin/editor/editor-messages'
import { begin } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: editorWords(await deskLang()).newEntry,
})

export default async function Page() {
  const person = await signedIn('/admin/entries/new')
  const words = editorWords(person.lang)
  return (
    <Desk person={person} section="entries" title={words.newEntry}>
      <NewEntry lang={person.lang} words={words} action={begin} />
    </Desk>
  )
}
