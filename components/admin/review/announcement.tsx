import { AdminForm } from '@/components/admin/admin-form'
import { LongField } from '@/components/admin/long-field'
import { adminMessages } from '@/components/admin/admin-messages'
import type { ReviewProps } from './review'

const MESSAGE = { published: 'asPublished', corrected: 'asCorrected', restored: 'asRestored' } as const

/** The saved announcement of a draft: the kind and the note that readers will see with it. */
export const Announcement = ({ lang, draft }: Pick<ReviewProps, 'lang' | 'draft'>) => {
  const t = adminMessages(lang)
  const { publishAs, reason, announcedBy } = draft
  return (
    <div className="announcement">
      <p>
        <strong>{t(`review.${MESSAGE[publishAs]}`)}</strong>
        {announcedBy && <span className="quiet"> · {t('review.announcedBy', { name: announcedBy })}</span>}
      </p>
      {reason ? (
        <>
          <p lang="en">{reason.en}</p>
          {reason.es && <p lang="es">{reason.es}</p>}
        </>
      ) : (
        <p className="quiet">{t('review.noNote')}</p>
      )}
    </div>
  )
}

/** Changes how the draft goes out, as a save of its own, which another person then approves. */
export const AnnouncementForm = (props: ReviewProps) => {
  const { lang, draft, actions } = props
  const t = adminMessages(lang)
  return (
    <details className="later">
      <summary>{t('review.changeNote')}</summary>
      <p className="quiet">{t('review.changeNoteAbout')}</p>
      <AdminForm lang={lang} action={actions.describe} className="admin-form">
        <input type="hidden" name="id" value={draft.id} />
        <input type="hidden" name="save" value={draft.saves} />
        <PublishAsField {...props} />
        <button type="submit" className="button-plain">
          {t('review.saveNote')}
        </button>
      </AdminForm>
    </details>
  )
}

export const PublishAsField = ({ lang, draft }: Pick<ReviewProps, 'lang' | 'draft'>) => {
  const t = adminMessages(lang)
  const options = ['published', 'corrected', ...(draft.publishAs === 'restored' ? ['restored' as const] : [])] as const
  return (
    <fieldset className="field" id="publishAs">
      <legend>{t('review.publishAs')}</legend>
      {options.map((option) => (
        <label key={option} className="box">
          <input type="radio" name="publishAs" value={option} defaultChecked={draft.publishAs === option} />
          <span>
            {t(`review.${MESSAGE[option]}`)}
            {option !== 'restored' && (
              <span className="quiet together-about">{t(`review.${MESSAGE[option]}About`)}</span>
            )}
          </span>
        </label>
      ))}
      <div className="two-fields">
        <LongField name="reason" label={t('review.noteEn')} defaultValue={draft.reason?.en ?? ''} rows={2} />
        <LongField
          name="reason.es"
          label={t('review.noteEs')}
          defaultValue={draft.reason?.es ?? ''}
          rows={2}
          lang="es"
        />
      </div>
    </fieldset>
  )
}
