import type { Metadata } from 'next'
import { Desk } from '@/app/admin/admin-page'
import { deskLang, signedIn } from '@/app/admin/session'
import { clockOf, namesOf, sourcesOf, toldOf } from '@/app/admin/entries/form-context'
import { EntryForm } from '@/components/admin/editor/entry-form'
import { EntryHead } from '@/components/admin/editor/entry-head'
import { editorWords } from '@/components/admin/editor/editor-messages'
import { deskWords } from '@/components/admin/admin-messages'
import { draftToEdit } from '@/lib/features/editing/editing-queries'
import { formPlan, isRoom } from '@/lib/features/editing/form-plans'
import { sitePolicy } from '@/lib/platform/site-policy/site-policy'
import { momentWords } from '@/lib/platform/i18n/time-zones'
import { answerWith } from '@/lib/platform/request-context/request-context'
import { discard, recover } from './actions'

type Props = { params: Promise<{ id: string }> }

export const generateMetadata = async (): Promise<Metadata> => ({
  title: editorWords(await deskLang()).stateEditing,
})

export default async function Page({ params }: Props) {
  const { id } = await params
  const person = await signedIn(`/admin/entries/${id}`)
  const { lang } = person
  const t = deskWords(lang)
  const words = editorWords(lang)
  const draft = await draftToEdit(id, person.id)
  const isTheirs = draft && person.role === 'contributor' && draft.authorId !== person.id
  if (!draft || !isRoom(draft.room) || isTheirs) {
    answerWith(404)
    return (
      <Desk person={person} section="entries" title={t('frame.notFound')}>
        <p>{isTheirs ? words.notYours : t('frame.notFoundText')}</p>
      </Desk>
    )
  }
  const plan = formPlan(draft.room, lang)
  const [names, told, sources, { timeZone }] = await Promise.all([
    namesOf(draft.data, lang),
    toldOf({ ...draft, room: draft.room }, lang),
    sourcesOf(draft.data),
    sitePolicy(),
  ])
  return (
    <Desk person={person} section="entries" title={draft.title || words.untitled}>
      <EntryHead
        lang={lang}
        words={words}
        draft={draft}
        sections={plan.sections}
        when={momentWords(draft.updatedAt, timeZone, lang)}
        discard={discard}
        recover={recover}
      />
      <EntryForm
        key={id}
        lang={lang}
        words={words}
        id={id}
        room={draft.room}
        sections={plan.sections}
        data={draft.data}
        names={names}
        told={told}
        sources={sources}
        save={draft.saves}
        clock={await clockOf(draft.updatedAt)}
        others={draft.others}
      />
    </Desk>
  )
}
