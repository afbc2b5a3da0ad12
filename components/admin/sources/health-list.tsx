import type { Lang } from '@/lib/platform/i18n/locale'
import {
  HEALTH,
  HEALTH_PAGE,
  type Health,
  type HealthFilters,
  healthPath,
} from '@/lib/features/source-health/health-filters'
import type { SourceHealth } from '@/lib/features/source-health/health-queries'
import { LINK_OUTCOME } from '@/lib/vocabularies/link-outcomes'
import { formatTimestamp } from '@/lib/platform/i18n/time-zones'
import { adminMessages } from '@/components/admin/admin-messages'

type Props = {
  lang: Lang
  zone: string
  filters: HealthFilters
  rows: readonly SourceHealth[]
  total: number
  counts: Readonly<Record<Health, number>>
}

/** Published sources with the state of their links, archived copies and quotes. */
export const HealthList = (props: Props) => {
  const { lang, filters, rows, total } = props
  const t = adminMessages(lang)
  const pages = Math.max(1, Math.ceil(total / HEALTH_PAGE))
  return (
    <>
      <p className="reading">{t('sources.list.about')}</p>
      <div className="admin-list">
        <Filters {...props} />
        <div>
          <p className="admin-count" role="status">
            <strong>{t('sources.list.count', { count: total })}</strong>
          </p>
          {rows.length === 0 ? <p>{t('sources.list.none')}</p> : <Table {...props} />}
          {pages > 1 && (
            <nav className="inline-list admin-pages" aria-label={t('sources.list.pages')}>
              {filters.page > 1 && (
                <a href={healthPath({ ...filters, page: filters.page - 1 })}>{t('sources.list.previous')}</a>
              )}
              {filters.page < pages && (
                <a href={healthPath({ ...filters, page: filters.page + 1 })}>{t('sources.list.next')}</a>
              )}
            </nav>
          )}
        </div>
      </div>
    </>
  )
}

const Filters = ({ lang, filters, counts }: Props) => {
  const t = adminMessages(lang)
  return (
    <details className="filters" open>
      <summary className="filters-title">{t('sources.list.filters')}</summary>
      <form action="/admin/sources" method="get">
        <div className="filter">
          <label htmlFor="text">{t('sources.list.text')}</label>
          <input id="text" name="text" type="search" className="input" defaultValue={filters.text} maxLength={200} />
        </div>
        <fieldset className="filter">
          <legend>{t('sources.list.need')}</legend>
          <div>
            {HEALTH.map((one) => (
              <label key={one} className="box">
                <input type="checkbox" name="is" value={one} defaultChecked={filters.is.includes(one)} />
                <span>
                  {t(`sources.list.is.${one}`)} <span className="quiet figures">{counts[one]}</span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <p className="actions filters-do">
          <button type="submit" className="button">
            {t('sources.list.apply')}
          </button>
          <a href="/admin/sources">{t('sources.list.clear')}</a>
        </p>
      </form>
    </details>
  )
}

const Table = ({ lang, zone, rows }: Props) => {
  const t = adminMessages(lang)
  return (
    <table className="table table-stacks entries">
      <thead>
        <tr>
          <th scope="col">{t('sources.list.source')}</th>
          <th scope="col">{t('sources.list.linkColumn')}</th>
          <th scope="col">{t('sources.list.copyColumn')}</th>
          <th scope="col">{t('sources.list.quotesColumn')}</th>
          <th scope="col">{t('sources.list.checkedColumn')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, title, outlet, url, archiveUrl, outcome, status, at, lost, looked, archive }) => (
          <tr key={id}>
            <th scope="row">
              <a href={`/admin/sources/${id}`}>{title}</a>
              <span className="entry-about">{outlet}</span>
            </th>
            <td data-column={t('sources.list.linkColumn')}>
              {!url && <span className="quiet">{t('sources.list.noLink')}</span>}
              {outcome && (
                <>
                  <span className="status" data-link={outcome}>
                    {LINK_OUTCOME[outcome][lang]}
                  </span>{' '}
                  {status && outcome !== 'works' && <span className="quiet figures">{status}</span>}
                </>
              )}
            </td>
            <td data-column={t('sources.list.copyColumn')}>
              {archiveUrl
                ? t('sources.list.kept')
                : archive
                  ? t(`sources.page.archiveState.${archive}`)
                  : url && t('sources.list.noneKept')}
            </td>
            <td data-column={t('sources.list.quotesColumn')}>
              {lost > 0 ? (
                <span className="status" data-link="missing">
                  {t('sources.list.lost', { count: lost })}
                </span>
              ) : (
                <span className="quiet">{t(looked ? 'sources.list.fine' : 'sources.list.notLooked')}</span>
              )}
            </td>
            <td data-column={t('sources.list.checkedColumn')} className="figures nowrap">
              {at ? formatTimestamp(at, zone, lang) : url && t('sources.list.never')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
