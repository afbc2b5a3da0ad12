import { formatTimestamp } from '@/lib/platform/i18n/time-zones'
import { AdminForm } from '@/components/admin/admin-form'
import { adminMessages } from '@/components/admin/admin-messages'
import type { HistoryProps } from './history'

/** Saves of the draft, each comparable and restorable. */
export const Saves = ({ lang, record, zone, may, actions }: HistoryProps) => {
  const t = adminMessages(lang)
  return (
    <details className="saves">
      <summary>
        {t('history.saves')} ({record.saves.length})
      </summary>
      <p className="quiet">{t('history.savesAbout')}</p>
      <ol>
        {record.saves.map(({ id, save, aside, by, at }) => (
          <li key={id}>
            <span className="figures">{t('history.save', { save })}</span>
            {aside && <strong> {t('history.aside')}</strong>}
            <span className="quiet">
              {' '}
              {by ?? t('history.nobody')}, {formatTimestamp(at, zone, lang)}{' '}
            </span>
            <a href={`?from=save-${id}&to=draft#changes`}>{t('history.compare')}</a>
            {may.write && (
              <AdminForm lang={lang} action={actions.takeUpSave}>
                <input type="hidden" name="type" value={record.type} />
                <input type="hidden" name="recordId" value={record.recordId} />
                <input type="hidden" name="save" value={id} />
                <input type="hidden" name="basedOn" value={record.draft?.saves ?? 0} />
                <button type="submit" className="link-button" aria-label={`${t('history.takeUp')}: ${save}`}>
                  {t('history.takeUp')}
                </button>
              </AdminForm>
            )}
          </li>
        ))}
      </ol>
    </details>
  )
}
