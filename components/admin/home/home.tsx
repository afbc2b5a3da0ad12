import type { ReactNode } from 'react'
import type { Overview, Waiting } from '@/lib/features/review/overview-queries'
import type { Lang } from '@/lib/platform/i18n/locale'
import { formatInstant, formatTimestamp } from '@/lib/platform/i18n/time-zones'
import { Part } from '@/components/admin/review/review'
import { adminMessages, localizeReason } from '@/components/admin/admin-messages'

type Props = {
  lang: Lang
  overview: Overview
  personId: string
  zone: string
  /** Recent changes. */
  recent: ReactNode
  /** The parts that only administrators see. */
  operation: ReactNode
}

/** Admin home: failures first, then the review queue, the user's drafts, and the schedule. */
export const Home = ({ lang, overview, personId, zone, recent, operation }: Props) => {
  const t = adminMessages(lang)
  const { mine, mineCount, review, reviewCount, scheduled, failed, overdue, reasons, suggestions, broken } = overview
  const whenScheduled = ({ scheduledFor, scheduledZone }: Waiting) =>
    t('entries.publishFor', { when: formatInstant(scheduledFor!, scheduledZone!, lang) })
  return (
    <div className="beside">
      <div className="beside-main">
        {failed.length > 0 && (
          <Part title={t('home.failed')}>
            <List
              lang={lang}
              rows={failed}
              zone={zone}
              about={({ failure }) => failure && localizeReason(lang, failure)}
            />
          </Part>
        )}
        {overdue.length > 0 && (
          <Part title={t('home.overdue')}>
            <p className="quiet">{t('home.overdueAbout')}</p>
            <List lang={lang} rows={overdue} zone={zone} about={whenScheduled} />
          </Part>
        )}
        {reasons.length > 0 && (
          <Part title={t('home.reasons')}>
            <ul className="waiting">
              {reasons.map(({ id, type, recordId, title, kind, by, at }) => (
                <li key={id}>
                  <a href={`/admin/history/${type}/${recordId}#reason`}>{title}</a>
                  <span className="quiet waiting-about">
                    {[
                      t(`history.kind.${kind}`),
                      t('home.by', { name: by ?? t('review.nobody') }),
                      formatTimestamp(at, zone, lang),
                    ].join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
          </Part>
        )}
        <Part title={t('home.review')}>
          {review.length ? <List lang={lang} rows={review} zone={zone} /> : <p>{t('home.noReview')}</p>}
          {reviewCount > review.length && (
            <p className="mt-3">
              <a href="/admin/entries?state=in_review">{t('home.allReview', { count: reviewCount })}</a>
            </p>
          )}
        </Part>
        <Part title={t('home.mine')}>
          {mine.length ? <List lang={lang} rows={mine} zone={zone} write /> : <p>{t('home.noMine')}</p>}
          {mineCount > mine.length && (
            <p className="mt-3">
              <a href={`/admin/entries?state=editing&author=${personId}`}>{t('home.allMine', { count: mineCount })}</a>
            </p>
          )}
        </Part>
        <Part title={t('home.scheduled')}>
          {scheduled.length ? (
            <List lang={lang} rows={scheduled} zone={zone} about={whenScheduled} />
          ) : (
            <p>{t('home.noScheduled')}</p>
          )}
        </Part>
      </div>
      <div className="beside-aside">
        <h2 className="small-label">{t('home.also')}</h2>
        <ul className="also">
          <li>
            <a href="/admin/suggestions">{t('home.suggestions', { count: suggestions })}</a>
          </li>
          <li>
            <a href="/admin/sources">{t('home.broken', { count: broken })}</a>
          </li>
        </ul>
        {operation}
        <h2 className="small-label mt-6">{t('home.recent')}</h2>
        {recent}
        <p className="mt-3">
          <a href="/admin/changes">{t('home.allChanges')}</a>
        </p>
      </div>
    </div>
  )
}

type ListProps = {
  lang: Lang
  rows: readonly Waiting[]
  zone: string
  about?: (row: Waiting) => string | null
  /** Links to the form instead of to review. */
  write?: boolean
}

const List = ({ lang, rows, zone, about, write }: ListProps) => {
  const t = adminMessages(lang)
  return (
    <ul className="waiting">
      {rows.map((row) => (
        <li key={row.id}>
          <a href={`/admin/entries/${row.id}${write ? '' : '/review'}`}>{row.title || t('home.untitled')}</a>
          <span className="quiet waiting-about">
            {[
              t(`entries.recordType.${row.type}`),
              !write && t('home.by', { name: row.by ?? t('review.nobody') }),
              formatTimestamp(row.updatedAt, zone, lang),
              row.remarks > 0 && t('home.remarks', { count: row.remarks }),
              about?.(row),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
