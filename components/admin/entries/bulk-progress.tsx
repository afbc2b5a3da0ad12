import type { BulkRun } from '@/lib/features/editing/bulk-queries'
import type { Lang } from '@/lib/platform/i18n/locale'
import { AdminForm } from '@/components/admin/admin-form'
import type { FormAction } from '@/components/admin/form-state'
import { adminMessages } from '@/components/admin/admin-messages'

type Props = {
  lang: Lang
  run: BulkRun
  ended: number
  /** URL to reload; null when the run has stalled. */
  reloadPath: string | null
  action: FormAction
}

export const BulkProgress = ({ lang, run, ended, reloadPath, action }: Props) => {
  const t = adminMessages(lang)
  const count = run.items.length
  return (
    <>
      {reloadPath && <meta httpEquiv="refresh" content={`1; url=${reloadPath}`} />}
      <p role="status">{t('entries.bulk.progress', { done: ended, count })}</p>
      <progress className="bulk-progress" value={ended} max={count} aria-label={t('entries.bulk.running', { count })} />
      {reloadPath ? (
        <p className="quiet">{t('entries.bulk.leave')}</p>
      ) : (
        <AdminForm lang={lang} action={action} className="admin-form">
          <p>{t('entries.bulk.stopped')}</p>
          <input type="hidden" name="run" value={run.id} />
          <button type="submit" className="button">
            {t('entries.bulk.goOn')}
          </button>
        </AdminForm>
      )}
      <p className="mt-3">
        <a href={run.back}>{t('entries.bulk.toList')}</a>
      </p>
    </>
  )
}
