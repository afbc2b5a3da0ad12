import type { BulkRun } from '@/lib/features/editing/bulk-queries'
import type { Lang } from '@/lib/platform/i18n/locale'
import { AdminForm } from '@/components/admin/admin-form'
import type { FormAction } from '@/components/admin/form-state'
import { adminMessages, localizeReason } from '@/components/admin/admin-messages'

type Props = { lang: Lang; run: BulkRun; undo: FormAction | null }

/** Result of a bulk run: failures with reasons, and undo. */
export const BulkResult = ({ lang, run, undo }: Props) => {
  const t = adminMessages(lang)
  const done = run.items.filter(({ state }) => state === 'done').length
  const failed = run.items.filter(({ state }) => state === 'failed')
  return (
    <div className="notice">
      <p role="status">{t(`entries.bulk.did.${run.kind}`, { done })}</p>
      {failed.length > 0 && (
        <>
          <p>{t('entries.bulk.failed', { failed: failed.length })}</p>
          <ul className="bulk-failed">
            {failed.map(({ draftId, title, message }) => (
              <li key={draftId}>
                <a href={`/admin/entries/${draftId}/review`}>{title}</a>: {localizeReason(lang, message ?? '')}
              </li>
            ))}
          </ul>
        </>
      )}
      {run.undone && <p className="quiet">{t('entries.bulk.undone')}</p>}
      {undo && done > 0 && !run.undone && (
        <AdminForm lang={lang} action={undo}>
          <input type="hidden" name="run" value={run.id} />
          <button type="submit" className="link-button">
            {t('entries.bulk.undo')}
          </button>
        </AdminForm>
      )}
    </div>
  )
}
