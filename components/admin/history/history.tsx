import type { History as Record, Side } from '@/lib/features/history/history-queries'
import type { WaitingReason } from '@/lib/features/review/reason-queries'
import type { FieldChange } from '@/lib/features/corrections/changed-fields'
import type { Lang } from '@/lib/platform/i18n/locale'
import { formatTimestamp } from '@/lib/platform/i18n/time-zones'
import { FieldChanges } from '@/components/public/reference/field-changes'
import { AdminForm } from '@/components/admin/admin-form'
import type { FormAction } from '@/components/admin/form-state'
import { LongField } from '@/components/admin/long-field'
import { Part } from '@/components/admin/review/review'
import { Status } from '@/components/admin/status'
import { adminMessages } from '@/components/admin/admin-messages'
import { Saves } from './saves'
import { Versions } from './versions'
import { WaitingReasonPart } from './waiting-reason'

export type HistoryProps = {
  lang: Lang
  record: Record
  zone: string
  /** Compared versions and their differences. */
  compared: { from: Side; to: Side; changes: FieldChange[] } | null
  may: { publish: boolean; write: boolean }
  notice: string | null
  /** A public reason that waits for a second person. */
  waiting: WaitingReason | null
  personId: string
  actions: { [action in 'restore' | 'takeUpSave' | 'withdraw' | 'approve' | 'reword']: FormAction }
}

/** History of a record: versions, saves, the draft, a comparison of any two, and withdrawal. */
export const History = (props: HistoryProps) => {
  const { lang, record, compared, may, notice, actions } = props
  const t = adminMessages(lang)
  const live = record.path && record.versions[0]
  return (
    <>
      {notice && (
        <p className="notice" role="status">
          {notice}
        </p>
      )}
      <div className="beside">
        <div className="beside-main">
          {compared && (
            <Part
              id="changes"
              title={t('history.changes', {
                before: sideLabel(compared.from, record, lang),
                after: sideLabel(compared.to, record, lang),
              })}
            >
              {compared.changes.length ? (
                <FieldChanges changes={compared.changes} lang={lang} />
              ) : (
                <p>{t('history.same')}</p>
              )}
            </Part>
          )}
          {props.waiting && (
            <Part title={t('history.reason')} id="reason">
              <WaitingReasonPart {...props} waiting={props.waiting} />
            </Part>
          )}
          <Part title={t('history.versions')} id="versions">
            <Versions {...props} />
          </Part>
          {record.saves.length > 0 && (
            <Part title={t('history.saves')} id="saves">
              <Saves {...props} />
            </Part>
          )}
        </div>
        <div className="beside-aside">
          <dl className="aside-facts">
            <dt>{t('review.state')}</dt>
            <dd>
              {live ? (
                <>
                  <Status state="published" lang={lang} /> {t('history.version', { version: live.version })}
                </>
              ) : record.mergedInto ? (
                <a href={record.mergedInto}>{t('history.mergedInto')}</a>
              ) : record.versions.length ? (
                <Status state="withdrawn" lang={lang} />
              ) : (
                t('history.notLive')
              )}
            </dd>
            <dt>{t('review.recordType')}</dt>
            <dd>{t(`entries.recordType.${record.type}`)}</dd>
            {record.draft && (
              <>
                <dt>{t('history.draft')}</dt>
                <dd>
                  <Status state={record.draft.state as 'editing'} lang={lang} />{' '}
                  {t('history.draftSaved', {
                    when: formatTimestamp(record.draft.updatedAt, props.zone, lang),
                    name: record.draft.by ?? t('history.nobody'),
                  })}
                  {record.versions.length > 0 && (
                    <>
                      <br />
                      <a href="?to=draft#changes">{t('history.toDraft')}</a>
                    </>
                  )}
                </dd>
              </>
            )}
          </dl>
          {live && may.publish && (
            <div className="steps">
              <p className="quiet">{t('history.namedBy', { count: record.namedBy })}</p>
              <details>
                <summary>{t('history.withdraw')}</summary>
                <p className="quiet">{t(record.namedBy > 0 ? 'history.withdrawRests' : 'history.withdrawAbout')}</p>
                {record.namedBy === 0 && (
                  <AdminForm lang={lang} action={actions.withdraw} className="admin-form">
                    <input type="hidden" name="type" value={record.type} />
                    <input type="hidden" name="id" value={record.recordId} />
                    <LongField id="reason.en" name="reason.en" label={t('history.reasonEn')} rows={2} required />
                    <LongField
                      id="reason.es"
                      name="reason.es"
                      label={t('history.reasonEs')}
                      rows={2}
                      required
                      lang="es"
                    />
                    <button type="submit" className="button-plain">
                      {t('history.withdraw')}
                    </button>
                  </AdminForm>
                )}
              </details>
            </div>
          )}
        </div>
      </div>
    </>
  )
}

/** Version label: "version 2", "the draft", "save 7". */
export const sideLabel = (side: Side, record: Record, lang: Lang): string => {
  const t = adminMessages(lang)
  if (side.kind === 'draft') return t('history.draft').toLowerCase()
  if (side.kind === 'version') return t('history.version', { version: side.version }).toLowerCase()
  const save = record.saves.find(({ id }) => id === side.id)?.save ?? 0
  return t('history.save', { save }).toLowerCase()
}
