import { Fragment } from 'react'
import type { Offered } from '@/lib/features/review/publish-preview'
import type { Lang } from '@/lib/platform/i18n/locale'
import { formatInstant } from '@/lib/platform/i18n/time-zones'
import { AdminForm } from '@/components/admin/admin-form'
import { Status, type State } from '@/components/admin/status'
import { adminMessages } from '@/components/admin/admin-messages'
import { Announcement, AnnouncementForm, PublishAsField } from './announcement'
import { canPublish } from './check-list'
import { CountedButton } from './counted-button'
import type { ReviewProps } from './review'
import { ScheduleFields } from './schedule-fields'

/** Chosen publication time, as shown in the fields and on the button. */
export type When = {
  date: string
  time: string
  zone: string
  zones: readonly string[]
  at: Date | null
  /** Problem with the chosen time, or a hint about it. */
  note: string | null
}

/** Publish form: which drafts go out, how, and when. The button states exactly what happens. */
export const PublishForm = (props: ReviewProps) => {
  const { lang, draft, preview, when, noteApart, actions } = props
  const t = adminMessages(lang)
  const { offered, drafts } = preview
  const isBlocked = !canPublish(preview)
  const labels = Array.from({ length: offered.length + 1 }, (_, more) => t('review.publishCount', { count: more + 1 }))
  const chosen = offered.filter((one) => one.chosen).length
  const hiddenFields = (
    <>
      <input type="hidden" name="id" value={draft.id} />
      {drafts.map((one) => (
        <Fragment key={one.id}>
          <input type="hidden" name={`save.${one.id}`} value={one.saves} />
          <input type="hidden" name={`content.${one.id}`} value={one.content} />
        </Fragment>
      ))}
    </>
  )
  return (
    <>
      {noteApart && (
        <div id="announcement">
          <h3 className="small-label">{t('review.publishAs')}</h3>
          <Announcement {...props} />
          <AnnouncementForm {...props} />
        </div>
      )}
      <AdminForm lang={lang} action={actions.publish} className="admin-form">
        {hiddenFields}
        {offered.length > 0 && <RelatedDrafts offered={offered} lang={lang} />}
        {draft.baseVersion > 0 && !noteApart && <PublishAsField {...props} />}
        <p className="actions">
          <CountedButton labels={labels} count={chosen} quiet={isBlocked} />
          <a className="button-plain" href={`/admin/entries/${draft.id}/preview${chosenQuery(offered)}`}>
            {t('review.preview')}
          </a>
        </p>
      </AdminForm>
      <details className="later" open={when.note !== null}>
        <summary>{t('review.later')}</summary>
        <p className="quiet">{t('review.laterAbout')}</p>
        {!noteApart && (
          <>
            <Announcement {...props} />
            <p className="quiet">
              <a href="?note=1#announcement">{t('review.changeNote')}</a>
            </p>
          </>
        )}
        <AdminForm lang={lang} action={actions.schedule} className="admin-form">
          {hiddenFields}
          {offered.map((one) => one.chosen && <input key={one.id} type="hidden" name="with" value={one.id} />)}
          <ScheduleFields
            when={{ date: when.date, time: when.time, zone: when.zone, zones: when.zones }}
            label={when.at ? t('review.publishAt', { when: formatInstant(when.at, when.zone, lang) }) : null}
            note={when.note}
            lang={lang}
            messages={{
              day: t('review.day'),
              time: t('review.time'),
              zone: t('review.zone'),
              publish: t('review.publishAt', { when: '#' }),
              unreadable: t('review.unreadable'),
              gap: t('review.gap', { next: '#' }),
              twice: t('review.twice'),
            }}
          />
        </AdminForm>
      </details>
    </>
  )
}

/**
 * Query that selects the accompanying drafts. Also set when none is selected, because a missing parameter means the
 * default.
 */
export const chosenQuery = (offered: readonly Offered[]): string => {
  if (!offered.length) return ''
  const query = new URLSearchParams(offered.flatMap(({ id, chosen }) => (chosen ? [['with', id]] : [])))
  return `?${query.size ? query : 'with='}`
}

const RelatedDrafts = ({ offered, lang }: { offered: readonly Offered[]; lang: Lang }) => {
  const t = adminMessages(lang)
  return (
    <fieldset className="field" id="together">
      <legend>{t('review.together')}</legend>
      <p className="quiet">{t('review.togetherAbout')}</p>
      {offered.map((one) => (
        <div key={one.id} className="together">
          <label className="box">
            <input type="checkbox" name="with" value={one.id} defaultChecked={one.chosen} />
            <span>
              {t(`entries.recordType.${one.type}`)}: {one.title || t('review.untitled')}
              <span className="quiet together-about">
                {t(one.needed ? 'review.needed' : 'review.changed')} · <Status state={one.state as State} lang={lang} />
              </span>
            </span>
          </label>
          <a href={`/admin/entries/${one.id}/review`}>{t('review.title')}</a>
        </div>
      ))}
    </fieldset>
  )
}
