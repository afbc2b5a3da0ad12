import type { Lang } from '@/lib/platform/i18n/locale'
import type { ImportBatch } from '@/lib/platform/imports/queries'
import { AdminForm } from '@/components/admin/admin-form'
import type { FormAction } from '@/components/admin/form-state'
import { adminMessages } from '@/components/admin/admin-messages'

type Props = { lang: Lang; batch: ImportBatch; actions: Record<'begin' | 'discard' | 'revert', FormAction> }

/** Actions for the whole import, and its result. */
export const BatchActions = ({ lang, batch, actions }: Props) => {
  const t = adminMessages(lang)
  const { id, state, counts } = batch
  const count = (...states: (keyof typeof counts)[]) => states.reduce((sum, one) => sum + (counts[one] ?? 0), 0)
  const rejected = count('refused', 'failed', 'kept')
  const form = (action: FormAction, label: string, className = 'button') => (
    <AdminForm lang={lang} action={action}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="checks" value={batch.checks} />
      <button type="submit" className={className}>
        {label}
      </button>
    </AdminForm>
  )
  return (
    <div className="import-summary">
      {state === 'stopped' && (
        <p role="status">
          {t('imports.stoppedText', { done: count('imported', 'failed'), total: count('imported', 'failed', 'ready') })}
        </p>
      )}
      {state === 'done' && <p role="status">{t('imports.doneText', { done: count('imported') })}</p>}
      {state === 'reverted' && (
        <p role="status">
          {t('imports.revertedText', { done: count('reverted') })}{' '}
          {count('kept') > 0 && t('imports.keptText', { count: count('kept') })}
        </p>
      )}
      <div className="import-actions">
        {state === 'preview' &&
          count('ready') > 0 &&
          form(actions.begin, t('imports.import', { count: count('ready') }))}
        {state === 'preview' && count('ready') === 0 && <p>{t('imports.nothing')}</p>}
        {state === 'stopped' && form(actions.begin, t('imports.resume'))}
        {rejected > 0 && <a href={`/admin/imports/${id}/refused`}>{t('imports.refusedFile', { count: rejected })}</a>}
        {state === 'preview' && form(actions.discard, t('imports.discard'), 'link-button')}
      </div>
      {(state === 'done' || state === 'stopped') && count('imported') > 0 && (
        <details className="import-revert">
          <summary>{t('imports.revert')}</summary>
          <p className="quiet">{t('imports.revertAbout')}</p>
          {form(actions.revert, t('imports.revert'), 'button-plain')}
        </details>
      )}
      {state === 'reverted' && count('kept') > 0 && form(actions.revert, t('imports.revertAgain'), 'button-plain')}
    </div>
  )
}
