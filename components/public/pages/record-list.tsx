import type { ReactNode } from 'react'
import type { Lang } from '@/lib/platform/i18n/locale'
import { Chips } from '@/components/public/filters/chips'
import { FilterForm, SortChoice } from '@/components/public/filters/filter-form'
import { Empty, InexactDates, NotUnderstood } from '@/components/public/filters/notices'
import { ALL_ROWS, type ListView, listAddress } from '@/components/public/filters/view'
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
  /** What stands between the head and the list while nothing is asked for. */
  before?: ReactNode
  /** What else can be done with the view: downloads, a feed. */
  take?: ReactNode
  children: ReactNode
}

/** Any record type as a list: what is shown, in words and in number; the filters; a page of it; the way on. */
export const RecordListPage = ({ type, view, next, after, lang, before, take, children }: Props) => {
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
            <InexactDates view={view} lang={lang} />
            <h2 className="sr-only">{t(`recordType.${type}`)}</h2>
            {view.total === 0 && <Empty view={view} lang={lang} />}
            {!view.table && view.total > 0 && children}
          </div>
          {/* A table follows by itself, so that it stays where the reader is in it. */}
          {view.table && children}
          <div data-part="pages">
            <Pager
              path={listAddress(view, view.values, view.own)}
              next={next}
              after={after}
              whole={next || after ? wholeOf(view) : null}
              lang={lang}
            />
          </div>
        </section>
      </div>
      <div data-part="take">{take}</div>
    </div>
  )
}

/** The view with all of its rows on one page, for printing; null where they are too many for that. */
const wholeOf = (view: ListView) =>
  view.total <= ALL_ROWS && !view.more
    ? { path: listAddress(view, view.values, { ...view.own, rows: 'all' }), total: view.total }
    : null
