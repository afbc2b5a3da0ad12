import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Desk } from '@/app/admin/admin-page'
import { namesOf } from '@/app/admin/entries/form-context'
import { deskLang, signedIn } from '@/app/admin/session'
import { CompareForm } from '@/components/admin/editor/compare-form'
import { fill } from '@/components/admin/editor/fill-placeholders'
import { editorWords } from '@/components/admin/editor/editor-messages'
import { deskWords } from '@/components/admin/admin-messages'
import { nextToCompare } from '@/lib/features/editing/compare-queries'
import { draftToEdit } from '@/lib/features/editing/editing-queries'
import { formPlan, isRoom } from '@/lib/features/editing/form-plans'
import { differing } from '@/lib/platform/forms/merge'
import { sitePolicy } from '@/lib/platform/site-policy/site-policy'
import { momentWords } from '@/lib/platform/i18n/time-zones'
import { answerWith } from '@/lib/platform/request-context/request-context'
import { choose } from './actions'

type Props = { params: Promise<{ id: string }> }

export const generateMetadata = async (): Promise<Metadata> => ({
  title: editorWords(await deskLang()).compareTitle,
})

export default async function Page({ params }: Props) {
  const { id } = await params
  const person = await signedIn(`/admin/entries/${id}/compare`)
  const { lang } = person
  const words = editorWords(lang)
  const draft = await draftToEdit(id, person.id)
  if (!draft || !isRoom(draft.room) || (person.role === 'contributor' && draft.authorId !== person.id)) {
    answerWith(404)
    const t = deskWords(lang)
    return (
      <Desk person={person} section="entries" title={t('frame.notFound')}>
        <p>{t('frame.notFoundText')}</p>
      </Desk>
    )
  }
  const other = await nextToCompare(draft)
  if (!other) redirect(`/admin/entries/${id}`)
  const { fields } = formPlan(draft.room, lang)
  const [ours, theirs, { timeZone }] = await Promise.all([
    namesOf(draft.data, lang),
    namesOf(other.data, lang),
    sitePolicy(),
  ])
  const when = momentWords(other.at, timeZone, lang)
  const isMine = other.byId === person.id
  return (
    <Desk person={person} section="entries" title={words.compareTitle}>
      <p className="reading">
        <a href={`/admin/entries/${id}`}>{draft.title || words.untitled}</a>
      </p>
      <p className="quiet">{words.compareAbout}</p>
      <CompareForm
        lang={lang}
        words={words}
        id={id}
        save={draft.saves}
        other={other}
        titles={{
          now: other.kind === 'live' ? words.thisDraft : fill(words.nowBy, { name: draft.updatedBy ?? draft.author }),
          other:
            other.kind === 'live'
              ? fill(words.liveVersion, { version: other.id })
              : isMine
                ? fill(words.mineAside, { when })
                : fill(words.asideOf, { name: other.by, when }),
        }}
        differences={differing(fields, { now: draft.data, other: other.data, common: other.common ?? undefined })}
        names={{ ...ours, ...theirs }}
        action={choose}
      />
    </Desk>
  )
}
