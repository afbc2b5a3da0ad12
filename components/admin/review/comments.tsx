import { formatTimestamp } from '@/lib/platform/i18n/time-zones'
import { AdminForm } from '@/components/admin/admin-form'
import { LongField } from '@/components/admin/long-field'
import { adminMessages } from '@/components/admin/admin-messages'
import type { ReviewProps } from './review'

/** Internal comments on a draft; never public. */
export const Comments = ({ lang, draft, comments, fields, zone, may, actions }: ReviewProps) => {
  const t = adminMessages(lang)
  const label = (path: string) => fields.find((one) => one.path === path.split('.')[0])?.label ?? path
  return (
    <>
      {comments.length === 0 && <p className="quiet">{t('review.noComments')}</p>}
      <ol className="comments">
        {comments.map((one) => (
          <li key={one.id} data-resolved={one.resolvedAt ? '' : undefined}>
            <p className="quiet">
              <strong>{one.by ?? t('review.nobody')}</strong>, {formatTimestamp(one.at, zone, lang)}
              {one.field && (
                <>
                  {', '}
                  <a href={`/admin/entries/${draft.id}#${one.field}`}>
                    {t('review.onField', { field: label(one.field) })}
                  </a>
                </>
              )}
            </p>
            <p className="comment-text">{one.text}</p>
            {one.resolvedAt && (
              <p className="quiet">
                {t('review.resolved', {
                  name: one.resolvedBy ?? t('review.nobody'),
                  when: formatTimestamp(one.resolvedAt, zone, lang),
                })}
              </p>
            )}
            {may.write && (
              <AdminForm lang={lang} action={actions.resolve}>
                <input type="hidden" name="id" value={draft.id} />
                <input type="hidden" name="comment" value={one.id} />
                <input type="hidden" name="resolved" value={one.resolvedAt ? 'no' : 'yes'} />
                <button type="submit" className="link-button">
                  {t(one.resolvedAt ? 'review.reopen' : 'review.resolve')}
                </button>
              </AdminForm>
            )}
          </li>
        ))}
      </ol>
      {may.write && (
        <AdminForm lang={lang} action={actions.comment} className="admin-form">
          <input type="hidden" name="id" value={draft.id} />
          <LongField id="comment" name="text" label={t('review.comment')} required />
          <label className="field">
            <span className="small-label">{t('review.commentField')}</span>
            <select name="field" className="input" defaultValue="">
              <option value="">{t('review.wholeDraft')}</option>
              {fields.map(({ path, label: name }) => (
                <option key={path} value={path}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" className="button-plain">
            {t('review.addComment')}
          </button>
        </AdminForm>
      )}
    </>
  )
}
