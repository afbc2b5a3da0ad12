import { AdminForm } from '@/components/admin/admin-form'
import type { FormAction } from '@/components/admin/form-state'
import { LongField } from '@/components/admin/long-field'
import { adminMessages } from '@/components/admin/admin-messages'
import type { ReviewProps } from './review'

/** Other actions on a draft: submit, withdraw, return, discard and recover. */
export const Steps = ({ lang, draft, may, actions }: ReviewProps) => {
  const t = adminMessages(lang)
  const step = (action: FormAction, label: string) => (
    <AdminForm lang={lang} action={action}>
      <input type="hidden" name="id" value={draft.id} />
      <button type="submit" className="button-plain">
        {label}
      </button>
    </AdminForm>
  )
  return (
    <div className="steps" id="steps">
      {draft.state === 'editing' && may.write && step(actions.submit, t('review.submit'))}
      {draft.state === 'in_review' && may.write && step(actions.unsubmit, t('review.unsubmit'))}
      {draft.state === 'in_review' && may.publish && (
        <details>
          <summary>{t('review.return')}</summary>
          <AdminForm lang={lang} action={actions.returnToAuthor} className="admin-form">
            <input type="hidden" name="id" value={draft.id} />
            <LongField id="remark" name="text" label={t('review.returnAbout')} required />
            <button type="submit" className="button-plain">
              {t('review.return')}
            </button>
          </AdminForm>
        </details>
      )}
      {draft.state === 'discarded' && (
        <>
          <p>{t('review.discardedText')}</p>
          {may.write && step(actions.recover, t('review.recover'))}
        </>
      )}
      {draft.state !== 'discarded' && may.write && (
        <details>
          <summary>{t('review.discard')}</summary>
          <p className="quiet">{t('review.discardAbout')}</p>
          {step(actions.discard, t('review.discard'))}
        </details>
      )}
    </div>
  )
}
