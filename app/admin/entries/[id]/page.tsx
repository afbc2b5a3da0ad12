import { createInline } from '@/lib/features/editing/create-inline'
import type { Metadata } from 'next'
import { AdminPage } from '@/app/admin/admin-page'
import { getAdminLocale, requireSession } from '@/app/admin/session'
import { saveTime, namesOf, quotedBy, formHints } from '@/lib/features/editing/form-context'
import { EntryForm } from '@/components/admin/editor/entry-form'
import { EntryHead } from '@/components/admin/editor/entry-head'
import { editorMessages } from '@/components/admin/editor/editor-messages'
import { adminMessages } from '@/components/admin/admin-messages'
import { draftToEdit } from '@/lib/features/editing/editing-queries'
import { formPlan } from '@/lib/features/editing/form-plans'
import { isRecordTypeName } from '@/lib/records/registry'
import { sitePolicy } from '@/lib/platform/site-policy/site-policy'
import { formatInstant } from '@/lib/platform/i18n/time-zones'
import { setStatus } from '@/lib/platform/request-context/request-context'
import { discard, recover } from './actions'

type Props = { params: Promise<{ id: string }> }

export const generateMetadata = async (): Promise<Metadata> => ({
  title: editorMessages(await getAdminLocale()).stateEditing,
})

export default async function Page({ params }: Props) {
  const { id } = await params
  const person = await requireSession(`/admin/entries/${id}`)
  const { lang } = person
  const t = adminMessages(lang)
  const messages = editorMessages(lang)
  const draft = await draftToEdit(id, person.id)
  const isTheirs = draft && person.role === 'contributor' && draft.authorId !== person.id
  if (!draft || !isRecordTypeName(draft.type) || isTheirs) {
    setStatus(404)
    return (
      <AdminPage person={person} section="entries" title={t('frame.notFound')}>
        <p>{isTheirs ? messages.notYours : t('frame.notFoundText')}</p>
      </AdminPage>
    )
  }
  const plan = formPlan(draft.type, lang)
  const quoted = await quotedBy(draft.data)
  const [names, hints, { timeZone }] = await Promise.all([
    namesOf(draft.data, lang),
    formHints({ ...draft, type: draft.type }, quoted, lang),
    sitePolicy(),
  ])
  return (
    <AdminPage person={person} section="entries" title={draft.title || messages.untitled}>
      <EntryHead
        lang={lang}
        messages={messages}
        draft={draft}
        sections={plan.sections}
        when={formatInstant(draft.updatedAt, timeZone, lang)}
        discard={discard}
        recover={recover}
      />
      <EntryForm
        key={id}
        lang={lang}
        messages={messages}
        id={id}
        type={draft.type}
        sections={plan.sections}
        data={draft.data}
        names={names}
        hints={hints}
        inlineTypes={createInline}
        sources={quoted.sources}
        save={draft.saves}
        clock={await saveTime(draft.updatedAt)}
        others={draft.others}
      />
    </AdminPage>
  )
}
