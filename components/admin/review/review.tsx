import type { ReactNode } from 'react'
import type { DraftCommentRow, AdminDraft } from '@/lib/features/editing/draft-queries'
import type { PublishPreview } from '@/lib/features/review/publish-preview'
import type { Lang } from '@/lib/platform/i18n/locale'
import { formatInstant, formatTimestamp } from '@/lib/platform/i18n/time-zones'
import { AdminForm } from '@/components/admin/admin-form'
import type { FormAction } from '@/components/admin/form-state'
import { Status } from '@/components/admin/status'
import { adminMessages, localizeReason } from '@/components/admin/admin-messages'
import { Announcement } from './announcement'
import { CheckList } from './check-list'
import { Comments } from './comments'
import { PublishForm, type When } from './publish-form'
import { Steps } from './steps'

export type ReviewActions = Record<
  | 'publish'
  | 'describe'
  | 'schedule'
  | 'unschedule'
  | 'submit'
  | 'unsubmit'
  | 'returnToAuthor'
  | 'comment'
  | 'resolve'
  | 'discard'
  | 'recover',
  FormAction
>

export type ReviewProps = {
  lang: Lang
  draft: AdminDraft
  preview: PublishPreview
  comments: readonly DraftCommentRow[]
  /** Fields that a comment can refer to. */
  fields: readonly { path: string; label: string }[]
  /** Time zone of all times on the page. */
  zone: string
  /** Permissions of the signed-in user. */
  may: { publish: boolean; write: boolean }
  when: When
  /** True if the note is saved in a form of its own, for another person to approve or for the schedule. */
  noteApart: boolean
  /** Notice about the last action. */
  notice: string | null
  actions: ReviewActions
}

/** Review page of a draft: checklist, publish form, comments and facts. */
export const Review = (props: ReviewProps) => {
  const { lang, draft, preview, zone, may, notice, actions } = props
  const t = adminMessages(lang)
  const scheduled = draft.state === 'scheduled' && draft.scheduledFor
  return (
    <>
      {notice && (
        <p className="notice" role="status">
          {notice}
        </p>
      )}
      {draft.failure && (
        <p className="notice">
          <strong>{t('review.failed')}</strong> {localizeReason(lang, draft.failure)}
        </p>
      )}
      <div className="beside">
        <div className="beside-main">
          {scheduled && (
            <Part title={t('review.scheduledFor', { when: formatInstant(scheduled, draft.scheduledZone!, lang) })}>
              {draft.scheduledBy && <p>{t('review.scheduledBy', { name: draft.scheduledBy })}</p>}
              <Announcement {...props} />
              {draft.overdue && <p className="notice mt-3">{t('review.overdue')}</p>}
              {may.publish && (
                <AdminForm lang={lang} action={actions.unschedule} className="mt-3">
                  <input type="hidden" name="id" value={draft.id} />
                  <button type="submit" className="button-plain">
                    {t('review.unschedule')}
                  </button>
                </AdminForm>
              )}
            </Part>
          )}
          <Part title={t('review.checklist')} id="checklist">
            <CheckList preview={preview} lang={lang} />
          </Part>
          {!scheduled && draft.state !== 'discarded' && (
            <Part title={t('review.publish')} id="publish">
              {may.publish ? <PublishForm {...props} /> : <p>{t('review.onlyEditors')}</p>}
            </Part>
          )}
          <Part title={t('review.comments')} id="comments">
            <Comments {...props} />
          </Part>
        </div>
        <div className="beside-aside">
          <dl className="aside-facts">
            <dt>{t('review.state')}</dt>
            <dd>
              <Status state={draft.state} lang={lang} />
            </dd>
            <dt>{t('review.recordType')}</dt>
            <dd>
              {t(`entries.recordType.${draft.type}`)},{' '}
              {draft.baseVersion > 0 ? (
                <a href={`/admin/history/${draft.type}/${draft.recordId}?to=draft`}>
                  {t('review.basedOn', { version: draft.baseVersion })}
                </a>
              ) : (
                t('review.newRecord').toLowerCase()
              )}
            </dd>
            <dt>{t('review.author')}</dt>
            <dd>{draft.author ?? t('review.nobody')}</dd>
            <dt>{t('review.updated')}</dt>
            <dd>
              {t('review.savedBy', {
                when: formatTimestamp(draft.updatedAt, zone, lang),
                name: draft.updatedBy ?? t('review.nobody'),
              })}
            </dd>
            {draft.submittedAt && draft.state === 'in_review' && (
              <>
                <dt>{t('review.submitted')}</dt>
                <dd>
                  {t('review.savedBy', {
                    when: formatTimestamp(draft.submittedAt, zone, lang),
                    name: draft.submittedBy ?? t('review.nobody'),
                  })}
                </dd>
              </>
            )}
            {draft.origin && (
              <>
                <dt>{t('review.origin')}</dt>
                <dd>{originOf(draft.origin, lang)}</dd>
              </>
            )}
          </dl>
          <Steps {...props} />
        </div>
      </div>
    </>
  )
}

const originOf = ({ version, submission, source }: NonNullable<AdminDraft['origin']>, lang: Lang): ReactNode => {
  const t = adminMessages(lang)
  if (version) return t('review.originVersion', { version })
  if (submission) return <a href={`/admin/suggestions/${submission}`}>{t('review.originSubmission')}</a>
  return <a href={`/admin/sources/${source}`}>{t('review.originSource')}</a>
}

export const Part = ({ title, id, children }: { title: string; id?: string; children: ReactNode }) => (
  <section className="part" id={id} aria-label={title}>
    <h2>{title}</h2>
    {children}
  </section>
)
