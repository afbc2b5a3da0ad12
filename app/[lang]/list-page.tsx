import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { ALL_ROWS, type ListView } from '@/components/public/filters/view'
import { PageLayout } from '@/components/public/layout/page-layout'
import { highlightText } from '@/components/ui/highlight'
import { RecordListPage } from '@/components/public/pages/record-list'
import { RecordRows } from '@/components/public/records/record-rows'
import { LiveTable } from '@/components/public/tables/live-table'
import { tableModel } from '@/components/public/tables/record-table'
import { href, translator } from '@/lib/platform/i18n/translate'
import type { RecordTypeName } from '@/lib/records/registry'
import { namesById } from '@/lib/records/names-by-id'
import { tableColumns } from '@/lib/features/lists/columns'
import type { Lang } from '@/lib/platform/i18n/locale'
import { collectionOf } from '@/lib/records/collections'
import { type ListRoute, readView } from './read-list'
import { type PageMetadata, pageMetadata } from './metadata'
import { downloadLinks } from './downloads'

export type { ListRoute }

export const listMetadata = async (route: ListRoute, type: RecordTypeName): Promise<PageMetadata> => {
  const { lang, values, viewParams, canonical } = await readView(route, type)
  const { filters } = collectionOf(type)
  const filtered = Object.keys(values).length > 0
  const title = filtered
    ? filters.sentence(values, lang, { labels: await namesById(filters, values) })
    : translator(lang)(`recordType.${type}`)
  return {
    ...pageMetadata({ lang, path: canonical, title, description: translator(lang)(`recordTypeAbout.${type}`) }),
    // Filtered views are unbounded in number; crawlers find every record without them.
    ...((filtered || viewParams.rows) && { robots: { index: false } }),
  }
}

/** List page of a record type: filters, facet counts, rows or table, and downloads. */
export const listPage = async (route: ListRoute, type: RecordTypeName, before?: (lang: Lang) => ReactNode) => {
  const { lang, values, issues, after, viewParams, columns, sorts, sort, requested, canonical } = await readView(
    route,
    type,
  )
  // Forms submit empty fields too; redirect to the canonical URL.
  if (issues.length === 0 && requested !== canonical) redirect(href(lang, canonical))
  highlightText(typeof values.text === 'string' ? values.text : undefined)
  const { filters, list, facets: count, possibleDates, suggestRelaxations } = collectionOf(type)
  const [{ rows, total, more = false, next }, facets, possible] = await Promise.all([
    list({ after, sort: viewParams.sort, filters: values, ...(viewParams.rows && { size: ALL_ROWS }) }),
    count(values),
    possibleDates(values),
  ])
  const [names, relaxations] = await Promise.all([
    namesById(filters, values, facets),
    total === 0 ? suggestRelaxations(values) : [],
  ])
  const path = `/${type}`
  const all = tableColumns(type)
  const table =
    viewParams.view === 'table' ? { columns: all, chosen: columns, dense: viewParams.density === 'compact' } : null
  const view: ListView = {
    path,
    filters,
    values,
    issues,
    names,
    facets,
    possible,
    relaxations,
    sorts,
    viewParams,
    table,
    total,
    more,
  }
  const plain = after === undefined && Object.keys(values).length === 0
  return (
    <PageLayout lang={lang} canonical={canonical}>
      <RecordListPage
        type={type}
        view={view}
        next={next}
        after={after}
        lang={lang}
        before={plain && before?.(lang)}
        downloads={await downloadLinks({ type, canonical, total, lang })}
      >
        {table ? (
          <LiveTable
            model={tableModel({ type, rows, chosen: columns, dense: table.dense, sorts, sort, lang })}
            path={href(lang, path)}
            search={canonical.slice(path.length)}
          />
        ) : (
          <RecordRows type={type} rows={rows} lang={lang} />
        )}
      </RecordListPage>
    </PageLayout>
  )
}
