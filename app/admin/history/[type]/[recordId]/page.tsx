import { AdminPage } from '@/app/admin/admin-page'
import { adminNotFound } from '@/app/admin/not-found-page'
import { hasPermission, requireSession } from '@/app/admin/session'
import { History } from '@/components/admin/history/history'
import { adminMessages } from '@/components/admin/admin-messages'
import { differences } from '@/lib/features/editing/differences'
import { recordsNamedIn } from '@/lib/records/records-named-in'
import { recordNames } from '@/lib/features/editing/editing-queries'
import {
  type History as Record,
  type Side,
  dataOfVersion,
  historyOf,
  readSide,
} from '@/lib/features/history/history-queries'
import { waitingReasonOf } from '@/lib/features/review/reason-queries'
import { isRecordTypeName } from '@/lib/records/registry'
import { formPlan } from '@/lib/features/editing/form-plans'
import type { Lang } from '@/lib/platform/i18n/locale'
import { sitePolicy } from '@/lib/platform/site-policy/site-policy'
import * as actions from './actions'

type Query = { [name: string]: string | string[] | undefined }
type Props = { params: Promise<{ type: string; recordId: string }>; searchParams: Promise<Query> }

export default async function Page({ params, searchParams }: Props) {
  const { type, recordId } = await params
  const query = await searchParams
  const person = await requireSession(`/admin/history/${type}/${recordId}`)
  const [record, policy, waiting] = await Promise.all([
    isRecordTypeName(type) ? historyOf(type, recordId) : null,
    sitePolicy(),
    waitingReasonOf(type, recordId),
  ])
  if (!record) return adminNotFound(person)
  const t = adminMessages(person.lang)
  const sides = sidesOf(query, record)
  return (
    <AdminPage
      person={person}
      section="entries"
      title={record.title}
      action={
        <span className="actions">
          <a href={`/admin/edit/${type}/${recordId}`}>{t('history.edit')}</a>
          {record.draft && <a href={`/admin/entries/${record.draft.id}/review`}>{t('review.title')}</a>}
          {record.path && <a href={record.path}>{t('history.publicPage')}</a>}
        </span>
      }
    >
      <History
        lang={person.lang}
        record={record}
        zone={policy.timeZone}
        compared={sides && (await compare(record, sides, person.lang))}
        may={{ publish: hasPermission(person, 'record:publish'), write: hasPermission(person, 'draft:save') }}
        waiting={waiting}
        personId={person.id}
        notice={noticeOf(query, waiting !== null, person.lang)}
        actions={actions}
      />
    </AdminPage>
  )
}

type Sides = { from: Side; to: Side }

/** Versions to compare from the query. Default: the draft against the published version, or the last two versions. */
const sidesOf = (query: Query, { versions, draft }: Record): Sides | null => {
  const sideIn = (name: string) => (typeof query[name] === 'string' ? readSide(query[name]) : null)
  const numbers = versions.map(({ version }) => version)
  const [last, before] = numbers
  const version = (number: number | undefined): Side | null => (number ? { kind: 'version', version: number } : null)
  const to = sideIn('to') ?? (draft ? { kind: 'draft' } : version(last))
  const from = sideIn('from') ?? (to?.kind === 'version' ? version(before) : version(last))
  return from && to ? { from, to } : null
}

const compare = async ({ type, recordId }: Record, { from, to }: Sides, lang: Lang) => {
  const [before, after] = await Promise.all([dataOfVersion(type, recordId, from), dataOfVersion(type, recordId, to)])
  if (!before || !after) return null
  const names = await recordNames([...recordsNamedIn(before), ...recordsNamedIn(after)], lang)
  const nameOf = (of: string, id: string) => names[`${of}/${id}`]?.label ?? id
  return { from, to, changes: differences(formPlan(type, lang).fields, before, after, lang, nameOf) }
}

const noticeOf = (query: Query, waiting: boolean, lang: Lang): string | null => {
  const t = adminMessages(lang)
  const number = (name: string) => (/^\d{1,6}$/.test(String(query[name] ?? '')) ? Number(query[name]) : 0)
  if (number('published')) return t('history.publishedNow', { count: number('published') })
  if (number('restored')) return t('history.restored', { version: number('restored') })
  if (query.merged) return t('merging.mergedNow')
  if (query.withdrawn) return t(waiting ? 'history.withdrawnWaits' : 'history.withdrawn')
  if (query.reason === 'approved') return t('history.reasonApproved')
  if (query.reason === 'changed') return t('history.reasonChanged')
  return query.taken ? t('history.takenUp') : null
}
