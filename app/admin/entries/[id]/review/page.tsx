import { AdminPage } from '@/app/admin/admin-page'
import { adminNotFound } from '@/app/admin/not-found-page'
import { hasPermission, requireSession } from '@/app/admin/session'
import { Review } from '@/components/admin/review/review'
import { adminMessages } from '@/components/admin/admin-messages'
import { commentsOn, adminDraft } from '@/lib/features/editing/draft-queries'
import { previewPublish } from '@/lib/features/review/publish-preview'
import { formPlan } from '@/lib/features/editing/form-plans'
import type { Lang } from '@/lib/platform/i18n/locale'
import { sitePolicy } from '@/lib/platform/site-policy/site-policy'
import { localTimeIn, instantOf, timeZoneOptions } from '@/lib/platform/i18n/time-zones'
import * as actions from './actions'
import { selectedDrafts } from './selected-drafts'

type Query = Record<string, string | string[] | undefined>
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

export default async function Page({ params, searchParams }: Props) {
  const id = decodeURIComponent((await params).id)
  const query = await searchParams
  const person = await requireSession(`/admin/entries/${id}/review`)
  const [draft, preview, comments, policy] = await Promise.all([
    adminDraft(id),
    previewPublish(person.actor, id, selectedDrafts(query)),
    commentsOn(id),
    sitePolicy(),
  ])
  if (!draft || !preview) return adminNotFound(person)
  const t = adminMessages(person.lang)
  const may = {
    publish: hasPermission(person, 'record:publish'),
    write: person.role !== 'contributor' || draft.authorId === person.id,
  }
  return (
    <AdminPage
      person={person}
      section="review"
      title={draft.title || t('review.untitled')}
      action={
        <span className="actions">
          <a href={`/admin/entries/${id}`}>{t('review.edit')}</a>
          <a href={`/admin/entries/${id}/preview`}>{t('review.preview')}</a>
          <a href={`/admin/history/${draft.type}/${draft.recordId}`}>{t('review.history')}</a>
        </span>
      }
    >
      <Review
        lang={person.lang}
        draft={draft}
        preview={preview}
        comments={comments}
        fields={formPlan(draft.type, person.lang).fields.map(({ name, label }) => ({ path: name, label }))}
        zone={policy.timeZone}
        may={may}
        noteApart={!policy.publishOwn || query.note === '1'}
        when={whenOf(query, policy.timeZone, person.lang)}
        notice={noticeOf(query, person.lang)}
        actions={actions}
      />
    </AdminPage>
  )
}

const one = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '')

/** Time from the query, or 9:00 tomorrow. */
const whenOf = (query: Query, own: string, lang: Lang) => {
  const t = adminMessages(lang)
  const zones = timeZoneOptions(own)
  const zone = zones.includes(one(query.zone)) ? one(query.zone) : own
  const tomorrow = `${localTimeIn(new Date(Date.now() + 86_400_000), zone).slice(0, 10)}T09:00`
  const local = one(query.at) || tomorrow
  const moment = instantOf(local, zone)
  const [date = '', time = ''] = local.split('T')
  const note = {
    once: null,
    twice: t('review.twice'),
    never: moment.found === 'never' ? t('review.gap', { next: moment.next.slice(11) }) : null,
    unreadable: t('review.unreadable'),
  }[moment.found]
  const notice = query.at ? (note ?? t('review.chosen')) : null
  return { date, time, zone, zones, at: 'at' in moment ? moment.at : null, note: notice }
}

const noticeOf = (query: Query, lang: Lang): string | null => {
  const did = one(query.did)
  const t = adminMessages(lang)
  if (did === 'chosen') return query.at ? null : t('review.chosen')
  return did ? t('review.saved') : null
}
