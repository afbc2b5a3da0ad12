import type { RecordLabel } from '@/lib/features/editing/labels'
import type { PastMerge, Pair } from '@/lib/features/merging/duplicate-queries'
import type { RecordTypeName } from '@/lib/records/registry'
import type { Lang } from '@/lib/platform/i18n/locale'
import { formatTimestamp } from '@/lib/platform/i18n/time-zones'
import { AdminForm } from '@/components/admin/admin-form'
import { Field } from '@/components/admin/field'
import type { FormAction } from '@/components/admin/form-state'
import { Part } from '@/components/admin/review/review'
import { adminMessages } from '@/components/admin/admin-messages'

type Props = {
  lang: Lang
  pairs: readonly Pair[]
  done: readonly PastMerge[]
  different: readonly { type: RecordTypeName; aId: string; bId: string; by: string | null; at: Date }[]
  /** Record labels by "type/id". */
  names: Readonly<Record<string, RecordLabel>>
  zone: string
  notice: string | null
  actions: Record<'notSame' | 'maybeSame' | 'undo' | 'compare', FormAction>
}

/** Possible duplicates, past merges, and pairs marked as distinct. */
export const Duplicates = ({ lang, pairs, done, different, names, zone, notice, actions }: Props) => {
  const t = adminMessages(lang)
  const record = (type: string, id: string, fallback = id) => (
    <a href={`/admin/history/${type}/${id}`}>{names[`${type}/${id}`]?.label ?? fallback}</a>
  )
  return (
    <>
      {notice && (
        <p className="notice" role="status">
          {notice}
        </p>
      )}
      <p className="reading-note">{t('merging.about')}</p>
      <Part title={t('merging.offered')}>
        {pairs.length === 0 && <p>{t('merging.none')}</p>}
        <ul className="pairs">
          {pairs.map(({ type, ids, names: own, why }) => (
            <li key={`${type}/${ids.join('/')}`}>
              <div>
                {ids.map((id, at) => (
                  <p key={id}>
                    {record(type, id, own[at])} <span className="quiet">{names[`${type}/${id}`]?.about}</span>
                  </p>
                ))}
                <p className="quiet">
                  {t(`entries.recordType.${type}`)} · {t(`merging.why.${why}`)}
                </p>
              </div>
              <div className="actions">
                <a className="button-plain" href={`/admin/duplicates/${type}/${ids[0]}/${ids[1]}`}>
                  {t('merging.compare')}
                </a>
                <AdminForm lang={lang} action={actions.notSame}>
                  <Ids type={type} ids={ids} />
                  <button
                    type="submit"
                    className="link-button"
                    aria-label={`${t('merging.notSame')}: ${own.join(', ')}`}
                  >
                    {t('merging.notSame')}
                  </button>
                </AdminForm>
              </div>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('merging.others')}>
        <p className="quiet">{t('merging.othersAbout')}</p>
        <AdminForm lang={lang} action={actions.compare} className="admin-form">
          <Field name="first" label={t('merging.first')} required />
          <Field name="second" label={t('merging.second')} required />
          <button type="submit" className="button-plain">
            {t('merging.go')}
          </button>
        </AdminForm>
      </Part>
      <Part title={t('merging.done')} id="done">
        {done.length === 0 && <p>{t('merging.noneDone')}</p>}
        <ul className="pairs">
          {done.map((one) => (
            <li key={one.id}>
              <div>
                <p>
                  {t('merging.into', { from: one.fromName })} {record(one.type, one.intoId)}
                </p>
                <p className="quiet">
                  {formatTimestamp(one.at, zone, lang)}, {one.by ?? t('review.nobody')} ·{' '}
                  {t('merging.changed', { count: one.changed })}
                  {one.undoneAt && ` · ${t('merging.undone')} ${formatTimestamp(one.undoneAt, zone, lang)}`}
                </p>
              </div>
              {!one.undoneAt && (
                <AdminForm lang={lang} action={actions.undo}>
                  <input type="hidden" name="id" value={one.id} />
                  <button type="submit" className="button-plain" aria-label={`${t('merging.undo')}: ${one.fromName}`}>
                    {t('merging.undo')}
                  </button>
                </AdminForm>
              )}
            </li>
          ))}
        </ul>
      </Part>
      {different.length > 0 && (
        <Part title={t('merging.notSameList')}>
          <ul className="pairs">
            {different.map(({ type, aId, bId, by, at }) => (
              <li key={`${type}/${aId}/${bId}`}>
                <div>
                  <p>
                    {record(type, aId)}, {record(type, bId)}
                  </p>
                  <p className="quiet">
                    {formatTimestamp(at, zone, lang)}, {by ?? t('review.nobody')}
                  </p>
                </div>
                <AdminForm lang={lang} action={actions.maybeSame}>
                  <Ids type={type} ids={[aId, bId]} />
                  <button type="submit" className="link-button">
                    {t('merging.offerAgain')}
                  </button>
                </AdminForm>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  )
}

const Ids = ({ type, ids }: { type: string; ids: readonly [string, string] }) => (
  <>
    <input type="hidden" name="type" value={type} />
    <input type="hidden" name="a" value={ids[0]} />
    <input type="hidden" name="b" value={ids[1]} />
  </>
)
