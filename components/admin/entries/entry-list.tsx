import type { ReactNode } from 'react'
import { type EntryFilters as Filters, entriesPath } from '@/lib/features/editing/entry-filters'
import type { EntryPage, EntryRow } from '@/lib/features/editing/entry-queries'
import type { Lang } from '@/lib/platform/i18n/locale'
import { formatInstant, formatTimestamp } from '@/lib/platform/i18n/time-zones'
import { format } from '@/lib/platform/i18n/translate'
import { Status } from '@/components/admin/status'
import { adminMessages, localizeReason } from '@/components/admin/admin-messages'
import { EntryFilters } from './entry-filters'

export type ListProps = {
  lang: Lang
  filters: Filters
  page: EntryPage
  authors: readonly { id: string; name: string }[]
  zone: string
  /** Ids selected by "select all"; null if drafts are selected individually. */
  all: readonly string[] | null
  /** Result of the last bulk action. */
  done: ReactNode
  /** Wraps the table in the bulk action form. */
  withBulk: (table: ReactNode) => ReactNode
}

/** Drafts and published records in one list. */
export const EntryList = ({ lang, filters, page, authors, zone, all, done, withBulk }: ListProps) => {
  const t = adminMessages(lang)
  const states = filters.states.length
    ? format(lang).list(
        filters.states.map((one) => t(`entries.state.${one}`).toLowerCase()),
        { type: 'conjunction' },
      )
    : t('entries.openWork')
  return (
    <div className="admin-list">
      <EntryFilters lang={lang} filters={filters} authors={authors} />
      <div>
        {done}
        <p className="admin-count" role="status">
          <strong>{t('entries.count', { count: page.total })}</strong> <span className="quiet">{states}</span>
        </p>
        {page.rows.length === 0 ? (
          <p>{t(filters.states.length || filters.text ? 'entries.none' : 'entries.emptyAdmin')}</p>
        ) : (
          withBulk(<Table lang={lang} rows={page.rows} zone={zone} all={all} />)
        )}
        <Pages lang={lang} filters={filters} pages={page.pages} />
      </div>
    </div>
  )
}

type TableProps = { lang: Lang; rows: readonly EntryRow[]; zone: string; all: readonly string[] | null }

const Table = ({ lang, rows, zone, all }: TableProps) => {
  const t = adminMessages(lang)
  return (
    <table className="table table-stacks entries">
      <thead>
        <tr>
          <th scope="col">{t('entries.heading')}</th>
          <th scope="col">{t('entries.kind')}</th>
          <th scope="col">{t('entries.stateLabel')}</th>
          <th scope="col">{t('entries.by')}</th>
          <th scope="col">{t('entries.saved')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.draftId ?? `${row.type}/${row.recordId}`}>
            <th scope="row">
              <span className="entry-name">
                {row.draftId && (
                  <input
                    type="checkbox"
                    name="draft"
                    value={row.draftId}
                    defaultChecked={all?.includes(row.draftId)}
                    disabled={all !== null}
                    aria-label={t('entries.select', { title: row.title || t('entries.untitled') })}
                  />
                )}
                <span>
                  <a href={pathOf(row)}>{row.title || t('entries.untitled')}</a>
                  {row.draftId && row.state === 'editing' && (
                    <a className="entry-review" href={`/admin/entries/${row.draftId}/review`}>
                      {t('entries.reviewLink')}
                    </a>
                  )}
                  <About row={row} lang={lang} />
                </span>
              </span>
            </th>
            <td data-column={t('entries.kind')}>{t(`entries.recordType.${row.type}`)}</td>
            <td data-column={t('entries.stateLabel')}>
              <Status state={row.state} lang={lang} />
            </td>
            <td data-column={t('entries.by')}>{row.by ?? t('review.nobody')}</td>
            <td data-column={t('entries.saved')} className="figures nowrap">
              {formatTimestamp(row.updatedAt, zone, lang)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Published records link to their history, drafts to the form or to review. */
const pathOf = ({ draftId, type, recordId, state }: EntryRow): string => {
  if (!draftId) return `/admin/history/${type}/${recordId}`
  return state === 'editing' ? `/admin/entries/${draftId}` : `/admin/entries/${draftId}/review`
}

const About = ({ row, lang }: { row: EntryRow; lang: Lang }) => {
  const t = adminMessages(lang)
  const parts = [
    row.draftId && row.version > 0 && t('entries.change', { version: row.version }),
    row.scheduledFor &&
      t('entries.publishFor', { when: formatInstant(row.scheduledFor, row.scheduledZone ?? 'UTC', lang) }),
    row.failure && t('entries.failed', { why: localizeReason(lang, row.failure) }),
  ].filter(Boolean)
  if (!parts.length) return null
  return <span className="entry-about">{parts.join(' · ')}</span>
}

const Pages = ({ lang, filters, pages }: { lang: Lang; filters: Filters; pages: number }) => {
  const t = adminMessages(lang)
  if (pages < 2) return null
  const { page } = filters
  return (
    <nav className="inline-list admin-pages" aria-label={t('entries.pages')}>
      {page > 1 && (
        <a rel="prev" href={entriesPath({ ...filters, page: page - 1 })}>
          {t('entries.previous')}
        </a>
      )}
      <span className="quiet">{t('entries.page', { page, pages })}</span>
      {page < pages && (
        <a rel="next" href={entriesPath({ ...filters, page: page + 1 })}>
          {t('entries.next')}
        </a>
      )}
    </nav>
  )
}
