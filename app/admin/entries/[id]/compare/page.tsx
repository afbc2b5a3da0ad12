import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AdminPage } from '@/app/admin/admin-page'
import { namesOf } from '@/lib/features/editing/form-context'
import { getAdminLocale, requireSession } from '@/app/admin/session'
import { CompareForm } from '@/components/admin/editor/compare-form'
import { fillPlaceholders } from '@/components/admin/editor/fill-placeholders'
import { editorMessages } from '@/components/admin/editor/editor-messages'
import { adminMessages } from '@/components/admin/admin-messages'
import { nextToCompare } from '@/lib/features/editing/compare-queries'
import { draftToEdit } from '@/lib/features/editing/editing-queries'
import { formPlan } from '@/lib/features/editing/form-plans'
import { isRecordTypeName } from '@/lib/records/registry'
import { differencesBetween } from '@/lib/platform/forms/merge'
import { sitePolicy } from '@/lib/platform/site-policy/site-policy'
import { formatInstant } from '@/lib/platform/i18n/time-zones'
import { setStatus } from '@/lib/platform/request-context/request-context'
import { choose } from './actions'

type Props = { params: Promise<{ id: string }> }

export const generateMetadata = async (): Promise<Metadata> => ({
  title: editorMessages(await getAdminLocale()).compareTitle,
})

export default async function Page({ params }: Props) {
  const { id } = await params
  const person = await requireSession(`/admin/entries/${id}/compare`)
  const { lang } = person
  const messages = editorMessages(lang)
  const draft = await draftToEdit(id, person.id)
  if (!draft || !isRecordTypeName(draft.type) || (person.role === 'contributor' && draft.authorId !== person.id)) {
    setStatus(404)
    const t = adminMessages(lang)
    return (
      <AdminPage person={person} section="entries" title={t('frame.notFound')}>
        <p>{t('frame.notFoundText')}</p>
      </AdminPage>
    )
  }
  const other = await nextToCompare(draft)
  if (!other) redirect(`/admin/entries/${id}`)
  const { fields } = formPlan(draft.type, lang)
  const [ours, theirs, { timeZone }] = await Promise.all([
    namesOf(draft.data, lang),
    namesOf(other.data, lang),
    sitePolicy(),
  ])
  const when = formatInstant(other.at, timeZone, lang)
  const isMine = other.byId === person.id
  return (
    <AdminPage person={person} section="entries" title={messages.compareTitle}>
      <p className="reading">
        <a href={`/admin/entries/${id}`}>{draft.title || messages.untitled}</a>
      </p>
      <p className="quiet">{messages.compareAbout}</p>
      <CompareForm
        lang={lang}
        messages={messages}
        id={id}
        save={draft.saves}
        other={other}
        titles={{
          now:
            other.kind === 'live'
              ? messages.thisDraft
              : fillPlaceholders(messages.nowBy, { name: draft.updatedBy ?? draft.author }),
          other:
            other.kind === 'live'
              ? fillPlaceholders(messages.liveVersion, { version: other.id })
              : isMine
                ? fillPlaceholders(messages.mineAside, { when })
                : fillPlaceholders(messages.asideOf, { name: other.by, when }),
        }}
        differences={differencesBetween(fields, {
          now: draft.data,
          other: other.data,
          common: other.common ?? undefined,
        })}
        names={{ ...ours, ...theirs }}
        action={choose}
      />
    </AdminPage>
  )
}
