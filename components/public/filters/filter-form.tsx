import type { Lang } from '@/lib/platform/i18n/locale'
import { href, translator } from '@/lib/platform/i18n/translate'
import { FilterControl } from './filter-control'
import { type ListView, OWN } from './view'
import { ColumnChoice } from './view-choice'

/** All filters of a record type. A plain form: it works as it is, and `enableLiveList` applies each change at once. */
export const FilterForm = ({ view, lang }: { view: ListView; lang: Lang }) => {
  const t = translator(lang)
  return (
    <details className="filters no-print">
      <summary className="filters-title">{t('filter.title')}</summary>
      <form
        id="filters"
        action={href(lang, view.path)}
        aria-label={t('filter.title')}
        autoComplete="off"
        data-order={[...view.filters.parameters.map(({ name }) => name), ...OWN].join(' ')}
      >
        {view.table && <ColumnChoice table={view.table} lang={lang} />}
        {asAsked(view).map(([key, filter]) => (
          <FilterControl
            key={key}
            filter={filter}
            value={view.values[key]}
            options={view.facets[key] ?? []}
            names={view.names}
            lang={lang}
          />
        ))}
        <p className="filter">
          <button className="button" type="submit">
            {t('filter.apply')}
          </button>
        </p>
      </form>
    </details>
  )
}

/** What most readers ask for comes first. */
const FIRST = ['text', 'topic', 'stance', 'state', 'place', 'body', 'kind', 'date']

const asAsked = ({ filters }: ListView) => {
  const rank = (key: string) => (FIRST.includes(key) ? FIRST.indexOf(key) : FIRST.length)
  return filters.entries.toSorted(([a], [b]) => rank(a) - rank(b))
}

/** The order of the list; it belongs to the form of the filters. */
export const SortChoice = ({ view, lang }: { view: ListView; lang: Lang }) => (
  <p className="sort-choice no-print">
    <label htmlFor="f-sort">{translator(lang)('filter.sort')}</label>{' '}
    <select id="f-sort" name="sort" form="filters" className="input" defaultValue={view.own.sort ?? ''}>
      {Object.entries(view.sorts).map(([sort, { label }], at) => (
        <option key={sort} value={at === 0 ? '' : sort}>
          {label[lang]}
        </option>
      ))}
    </select>
  </p>
)
