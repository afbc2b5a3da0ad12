import { type EntryFilters as Filters, OPEN, SORTS, STATES } from '@/lib/features/editing/entry-filters'
import { RECORD_TYPE_NAMES } from '@/lib/records/registry'
import type { Lang } from '@/lib/platform/i18n/locale'
import { adminMessages } from '@/components/admin/admin-messages'

type Props = { lang: Lang; filters: Filters; authors: readonly { id: string; name: string }[] }

const SORT_NAME = { newest: 'newest', oldest: 'oldest', title: 'byTitle' } as const

/** Filter form with method GET, so every result has a URL. */
export const EntryFilters = ({ lang, filters, authors }: Props) => {
  const t = adminMessages(lang)
  const states = filters.states.length ? filters.states : OPEN
  return (
    <details className="filters">
      <summary className="filters-title">{t('entries.filters')}</summary>
      <form action="/admin/entries" method="get">
        <div className="filter">
          <label htmlFor="text">{t('entries.text')}</label>
          <input id="text" name="text" type="search" className="input" defaultValue={filters.text} maxLength={200} />
        </div>
        <fieldset className="filter">
          <legend>{t('entries.stateLabel')}</legend>
          <div>
            {STATES.map((state) => (
              <label key={state} className="box">
                <input type="checkbox" name="state" value={state} defaultChecked={states.includes(state)} />
                <span>{t(`entries.state.${state}`)}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <fieldset className="filter">
          <legend>{t('entries.kind')}</legend>
          <div>
            {RECORD_TYPE_NAMES.map((type) => (
              <label key={type} className="box">
                <input type="checkbox" name="type" value={type} defaultChecked={filters.types.includes(type)} />
                <span>{t(`entries.recordType.${type}`)}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <div className="filter">
          <label htmlFor="author">{t('entries.author')}</label>
          <select id="author" name="author" className="input" defaultValue={filters.author}>
            <option value="">{t('entries.everyone')}</option>
            {authors.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div className="filter">
          <label htmlFor="since">{t('entries.since')}</label>
          <input id="since" name="since" type="date" className="input" defaultValue={filters.since} />
        </div>
        <div className="filter">
          <label htmlFor="sort">{t('entries.sort')}</label>
          <select id="sort" name="sort" className="input" defaultValue={filters.sort}>
            {SORTS.map((sort) => (
              <option key={sort} value={sort}>
                {t(`entries.${SORT_NAME[sort]}`)}
              </option>
            ))}
          </select>
        </div>
        <p className="actions filters-do">
          <button type="submit" className="button">
            {t('entries.apply')}
          </button>
          <a href="/admin/entries">{t('entries.clear')}</a>
        </p>
      </form>
    </details>
  )
}
