import { AdminPage } from '@/app/admin/admin-page'
import { hasPermission, requireSession } from '@/app/admin/session'
import { Duplicates } from '@/components/admin/merging/duplicates'
import { adminMessages } from '@/components/admin/admin-messages'
import { recordNames } from '@/lib/features/editing/editing-queries'
import { duplicates, merges, notTheSame } from '@/lib/features/merging/duplicate-queries'
import type { Lang } from '@/lib/platform/i18n/locale'
import { sitePolicy } from '@/lib/platform/site-policy/site-policy'
import { compare, differ, offer, undo } from './actions'

type Query = Record<string, string | string[] | undefined>
type Props = { searchParams: Promise<Query> }

export default async function Page({ searchParams }: Props) {
  const query = await searchParams
  const person = await requireSession('/admin/duplicates')
  const { lang } = person
  const t = adminMessages(lang)
  if (!hasPermission(person, 'record:merge'))
    return (
      <AdminPage person={person} section="duplicates" title={t('frame.notAllowed')}>
        <p>{t('frame.notAllowedText')}</p>
      </AdminPage>
    )
  const [pairs, done, different, policy] = await Promise.all([duplicates(), merges(), notTheSame(), sitePolicy()])
  const kept = [query.kept ?? []].flat().flatMap((one) => {
    const [type = '', id = ''] = one.split('/')
    return [{ type, id }]
  })
  const names = await recordNames(
    [
      ...pairs.flatMap(({ type, ids }) => ids.map((id) => ({ type, id }))),
      ...done.map(({ type, intoId }) => ({ type, id: intoId })),
      ...different.flatMap(({ type, aId, bId }) => [aId, bId].map((id) => ({ type, id }))),
      ...kept,
    ],
    lang,
  )
  const labels = kept.flatMap(({ type, id }) => names[`${type}/${id}`]?.label ?? [])
  return (
    <AdminPage person={person} section="duplicates" title={t('merging.title')}>
      <Duplicates
        lang={lang}
        pairs={pairs}
        done={done}
        different={different}
        names={names}
        zone={policy.timeZone}
        notice={noticeOf(query, labels, lang)}
        actions={{ notSame: differ, maybeSame: offer, undo, compare }}
      />
    </AdminPage>
  )
}

const noticeOf = ({ did }: Query, kept: string[], lang: Lang): string | null => {
  const t = adminMessages(lang)
  if (did === 'remembered' || did === 'takenBack') return t(`merging.${did}`)
  if (did !== 'undoneNow') return null
  const also = kept.length ? ` ${t('merging.kept', { count: kept.length })} ${kept.join('; ')}` : ''
  return t('merging.undoneNow') + also
}
