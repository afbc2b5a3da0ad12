import type { Lang } from '@/lib/platform/i18n/locale'
import { href, translator } from '@/lib/platform/i18n/translate'
import { FilterControl } from './filter-control'
import { VIEW_PARAMS } from '@/lib/features/lists/list-address'
import type { ListView } from './view'
import { ColumnChoice } from './view-choice'

/** Filter form of a list. Works as a plain GET form; `enableLiveList` applies each change immediately. */
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
        data-order={[...view.filters.parameters.map(({ name }) => name), ...VIEW_PARAMS].join(' ')}
      >
        {view.table && <ColumnChoice table={view.table} lang={lang} />}
        {byImportance(view).map(([key, filter]) => (
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

/** Filters in most use come first. */
const FIRST = ['text', 'topic', 'stance', 'state', 'place', 'body', 'kind', 'date']

const byImportance = ({ filters }: ListView) => {
  const rank = (key: string) => (FIRST.includes(key) ? FIRST.indexOf(key) : FIRST.length)
  return filters.entries.toSorted(([a], [b]) => rank(a) - rank(b))
}

/** Sort select, associated with the filter form. */
export const SortChoice = ({ view, lang }: { view: ListView; lang: Lang }) => (
  <p className="sort-choice no-print">
    <label htmlFor="f-sort">{translator(lang)('filter.sort')}</label>{' '}
    <select id="f-sort" name="sort" form="filters" className="input" defaultValue={view.viewParams.sort ?? ''}>
      {Object.entries(view.sorts).map(([sort, { label }], at) => (
        <option key={sort} value={at === 0 ? '' : sort}>
          {label[lang]}
        </option>
      ))}
    </select>
  </p>
)
