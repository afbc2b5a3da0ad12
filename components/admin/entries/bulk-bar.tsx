import type { ReactNode } from 'react'
import { type EntryFilters, OPEN, entriesPath } from '@/lib/features/editing/entry-filters'
import type { Lang } from '@/lib/platform/i18n/locale'
import type { BulkKind } from '@/lib/platform/publishing/bulk-runs'
import { AdminForm } from '@/components/admin/admin-form'
import type { FormAction } from '@/components/admin/form-state'
import { adminMessages } from '@/components/admin/admin-messages'
import { SelectedCount } from './selected-count'

type Props = {
  lang: Lang
  filters: EntryFilters
  /** Number of drafts that match the filters. */
  drafts: number
  /** Ids selected by "select all"; null if drafts are selected individually. */
  all: readonly string[] | null
  may: { publish: boolean }
  when: { date: string; time: string; zone: string; zones: readonly string[] }
  action: FormAction
  children: ReactNode
}

/** Form around the list with bulk actions. Works without JavaScript. */
export const BulkBar = ({ lang, filters, drafts, all, may, when, action, children }: Props) => {
  const t = adminMessages(lang)
  if (!drafts) return children
  const here = entriesPath(filters)
  const button = (kind: BulkKind, main = false) => (
    <button key={kind} type="submit" name="kind" value={kind} className={main ? 'button' : 'button-plain'}>
      {t(`entries.bulk.do.${kind}`)}
    </button>
  )
  return (
    <AdminForm lang={lang} action={action} className="bulk">
      <input type="hidden" name="back" value={here} />
      {all && <input type="hidden" name="count" value={all.length} />}
      {all?.map((id) => (
        <input key={id} type="hidden" name="draft" value={id} />
      ))}
      <p className="bulk-selected">
        {all ? (
          <>
            <strong>{t('entries.allSelected', { count: all.length })}</strong>{' '}
            <a href={here}>{t('entries.selectNone')}</a>
          </>
        ) : (
          <>
            <SelectedCount
              none={t('entries.selected', { count: 0 })}
              one={t('entries.selected', { count: 1 })}
              many={t('entries.selected', { count: 1000 }).replace(/1.?000/, '#')}
            />{' '}
            <a href={`${here}${here.includes('?') ? '&' : '?'}all=1`}>{t('entries.selectAll', { count: drafts })}</a>
          </>
        )}
      </p>
      {children}
      <fieldset className="bulk-do">
        <legend className="small-label">{t('entries.tick')}</legend>
        <p className="actions">{kindsFor(filters, may.publish).map((kind) => button(kind, kind === 'publish'))}</p>
        {may.publish && (
          <details>
            <summary>{t('entries.bulk.later')}</summary>
            <div className="moment" id="at">
              <label>
                {t('review.day')}
                <input type="date" name="date" className="input" defaultValue={when.date} />
              </label>
              <label>
                {t('review.time')}
                <input type="time" name="time" className="input" defaultValue={when.time} />
              </label>
              <label>
                {t('review.zone')}
                <select name="zone" className="input" defaultValue={when.zone}>
                  {when.zones.map((zone) => (
                    <option key={zone} value={zone}>
                      {zone.replaceAll('_', ' ')}
                    </option>
                  ))}
                </select>
              </label>
            </div>
            <p className="actions mt-3">{button('schedule')}</p>
          </details>
        )}
      </fieldset>
    </AdminForm>
  )
}

/** Bulk actions that apply to the listed states. */
const kindsFor = ({ states }: EntryFilters, publish: boolean): BulkKind[] => {
  const shown = states.length ? states : OPEN
  const has = (state: (typeof shown)[number]) => shown.includes(state)
  return [
    ...(has('editing') ? (['submit'] as const) : []),
    ...(has('in_review') && shown.length === 1 ? (['unsubmit'] as const) : []),
    ...(publish && (has('editing') || has('in_review')) ? (['publish'] as const) : []),
    ...(publish && has('scheduled') ? (['unschedule'] as const) : []),
    ...(has('discarded') ? (['recover'] as const) : []),
    ...(shown.some((state) => OPEN.includes(state)) ? (['discard'] as const) : []),
  ]
}
