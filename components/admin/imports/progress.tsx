import type { Lang } from '@/lib/platform/i18n/locale'
import type { ImportBatch } from '@/lib/platform/imports/queries'
import { AdminForm } from '@/components/admin/admin-form'
import type { FormAction } from '@/components/admin/form-state'
import { adminMessages } from '@/components/admin/admin-messages'

type Props = { lang: Lang; batch: ImportBatch; actions: Record<'stop' | 'resume', FormAction> }

/** Progress of a running import. Reloads itself by meta refresh, so it works without JavaScript. */
export const Progress = ({ lang, batch, actions }: Props) => {
  const t = adminMessages(lang)
  const { id, state, counts } = batch
  const count = (...states: (keyof typeof counts)[]) => states.reduce((sum, one) => sum + (counts[one] ?? 0), 0)
  const reverting = state === 'reverting'
  const done = reverting ? count('reverted', 'kept') : count('imported', 'failed')
  const total = done + (reverting ? count('imported') : count('ready'))
  const rows = Object.values(counts).reduce((sum, one) => sum + one, 0)
  return (
    <>
      <meta httpEquiv="refresh" content={`2; url=/admin/imports/${id}`} />
      <h2>{t(`imports.state.${state}`)}</h2>
      {state === 'checking' ? (
        <p role="status">{t('imports.checkingText', { rows })}</p>
      ) : (
        <>
          <p role="status">{t('imports.running', { done, total })}</p>
          <progress className="bulk-progress" value={done} max={total} aria-label={t(`imports.state.${state}`)} />
          <p className="quiet">{t('imports.runningText')}</p>
        </>
      )}
      <div className="import-actions">
        {state === 'running' && (
          <AdminForm lang={lang} action={actions.stop}>
            <input type="hidden" name="id" value={id} />
            <button type="submit" className="button-plain">
              {t('imports.stop')}
            </button>
          </AdminForm>
        )}
        <AdminForm lang={lang} action={actions.resume}>
          <input type="hidden" name="id" value={id} />
          <button type="submit" className="link-button">
            {t('imports.goOn')}
          </button>{' '}
          <span className="quiet">{t('imports.goOnAbout')}</span>
        </AdminForm>
      </div>
    </>
  )
}
