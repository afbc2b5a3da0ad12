import type { WaitingReason } from '@/lib/features/review/reason-queries'
import { formatTimestamp } from '@/lib/platform/i18n/time-zones'
import { AdminForm } from '@/components/admin/admin-form'
import { LongField } from '@/components/admin/long-field'
import { adminMessages } from '@/components/admin/admin-messages'
import type { HistoryProps } from './history'

type Props = Pick<HistoryProps, 'lang' | 'zone' | 'personId' | 'may' | 'actions'> & { waiting: WaitingReason }

/** A reason that readers don't see yet. A second person approves it; anybody else who may withdraw can reword it. */
export const WaitingReasonPart = ({ lang, zone, personId, may, actions, waiting }: Props) => {
  const t = adminMessages(lang)
  const { id, type, recordId, reason, save, by, byId, at } = waiting
  const hidden = (
    <>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="save" value={save} />
      <input type="hidden" name="type" value={type} />
      <input type="hidden" name="recordId" value={recordId} />
    </>
  )
  return (
    <>
      <p className="quiet">{t('history.reasonWaits')}</p>
      <blockquote className="announcement">
        <p lang="en">{reason.en}</p>
        {reason.es && <p lang="es">{reason.es}</p>}
      </blockquote>
      <p className="quiet">
        {by ?? t('history.nobody')}, {formatTimestamp(at, zone, lang)}
      </p>
      {may.publish && byId === personId && <p>{t('history.reasonOwn')}</p>}
      {may.publish && byId !== personId && (
        <AdminForm lang={lang} action={actions.approve} className="mt-3">
          {hidden}
          <button type="submit" className="button">
            {t('history.reasonApprove')}
          </button>
        </AdminForm>
      )}
      {may.publish && (
        <details className="mt-3">
          <summary>{t('history.reasonChange')}</summary>
          <p className="quiet">{t('history.reasonChangeAbout')}</p>
          <AdminForm lang={lang} action={actions.reword} className="admin-form">
            {hidden}
            <LongField name="words.en" label={t('history.reasonEn')} defaultValue={reason.en} rows={2} required />
            <LongField
              name="words.es"
              label={t('history.reasonEs')}
              defaultValue={reason.es ?? ''}
              rows={2}
              required
              lang="es"
            />
            <button type="submit" className="button-plain">
              {t('history.reasonSave')}
            </button>
          </AdminForm>
        </details>
      )}
    </>
  )
}
