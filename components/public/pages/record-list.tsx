import type { ReactNode } from 'react'
import type { Lang } from '@/lib/platform/i18n/locale'
import { Chips } from '@/components/public/filters/chips'
import { FilterForm, SortChoice } from '@/components/public/filters/filter-form'
import { Empty, NotUnderstood, PossibleDates } from '@/components/public/filters/notices'
import { listAddress } from '@/lib/features/lists/list-address'
import { ALL_ROWS, type ListView } from '@/components/public/filters/view'
import { ViewChoice } from '@/components/public/filters/view-choice'
import { Pager } from '@/components/public/layout/pager'
import { PageHead } from '@/components/public/layout/section'
import type { RecordTypeName } from '@/lib/records/registry'
import { translator } from '@/lib/platform/i18n/translate'

type Props = {
  type: RecordTypeName
  view: ListView
  next: string | null
  after?: string
  lang: Lang
  /** Content between heading and list, shown without filters only. */
  before?: ReactNode
  /** Downloads, feeds and citation of the view. */
  downloads?: ReactNode
  children: ReactNode
}

/** List page of any record type: heading, filters, rows and pagination. */
export const RecordListPage = ({ type, view, next, after, lang, before, downloads, children }: Props) => {
  const t = translator(lang)
  const title = view.filters.sentence(view.values, lang, { count: view.total, more: view.more, labels: view.names })
  return (
    <div data-list="">
      <div data-part="head">
        <PageHead title={title}>
          <p className="lede">{t(`recordTypeAbout.${type}`)}</p>
        </PageHead>
        <NotUnderstood view={view} lang={lang} />
        <Chips view={view} lang={lang} />
      </div>
      {before}
      <p data-list-status="" role="status" className="sr-only" />
      <div className="filtered">
        <FilterForm view={view} lang={lang} />
        <section aria-label={t('filter.results')}>
          <div className="list-tools no-print">
            <div data-part="view">
              <ViewChoice view={view} lang={lang} />
            </div>
            <SortChoice view={view} lang={lang} />
          </div>
          <div data-part="rows">
            <PossibleDates view={view} lang={lang} />
            <h2 className="sr-only">{t(`recordType.${type}`)}</h2>
            {view.total === 0 && <Empty view={view} lang={lang} />}
            {!view.table && view.total > 0 && children}
          </div>
          {/* The table updates itself, so its scroll position is kept. */}
          {view.table && children}
          <div data-part="pages">
            <Pager
              path={listAddress(view, view.values, view.viewParams)}
              next={next}
              after={after}
              allRows={next || after ? allRowsLink(view) : null}
              lang={lang}
            />
          </div>
        </section>
      </div>
      <div data-part="downloads">{downloads}</div>
    </div>
  )
}

/** Link to the view with all rows on one page, for printing; null for long lists. */
const allRowsLink = (view: ListView) =>
  view.total <= ALL_ROWS && !view.more
    ? { path: listAddress(view, view.values, { ...view.viewParams, rows: 'all' }), total: view.total }
    : null
