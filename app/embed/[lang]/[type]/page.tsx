import { readView } from '@/app/[lang]/read-list'
import { langOf } from '@/app/[lang]/lang'
import { NotUnderstood } from '@/components/public/filters/notices'
import { highlightText } from '@/components/ui/highlight'
import { RecordRows } from '@/components/public/records/record-rows'
import { listAddress } from '@/lib/features/lists/list-address'
import { RecordTable, tableModel } from '@/components/public/tables/record-table'
import { href, translator } from '@/lib/platform/i18n/translate'
import { isRecordTypeName, type RecordTypeName } from '@/lib/records/registry'
import { collectionOf } from '@/lib/records/collections'
import { namesById } from '@/lib/records/names-by-id'
import { embedMetadata, embedMissing, embedPage } from '../embed'

type Route = {
  params: Promise<{ lang: string; type: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const ROW_LIMITS = { default: 10, max: 50 }

/** `/embed/statements?state=TX&rows=5`: parses the list's query and the number of rows to show. */
const read = async ({ params, searchParams }: Route, type: RecordTypeName) => {
  const { rows: requestedRows, after: _, ...query } = await searchParams
  const rows =
    typeof requestedRows === 'string' && /^[1-9]\d?$/.test(requestedRows)
      ? Math.min(Number(requestedRows), ROW_LIMITS.max)
      : ROW_LIMITS.default
  const view = await readView({ params, searchParams: Promise.resolve(query) }, type)
  const { filters } = collectionOf(type)
  const names = await namesById(filters, view.values)
  const title = (count?: number) =>
    filters.sentence(view.values, view.lang, count === undefined ? { labels: names } : { labels: names, count })
  return { ...view, rows, title }
}

export const generateMetadata = async (route: Route) => {
  const { type, lang: prefix } = await route.params
  if (!isRecordTypeName(type)) return embedMetadata(translator(langOf(prefix))('missing.title'), '/', langOf(prefix))
  const { title, canonical, lang } = await read(route, type)
  return embedMetadata(title(), canonical, lang)
}

export default async function Page(route: Route) {
  const { type, lang: prefix } = await route.params
  if (!isRecordTypeName(type)) return embedMissing(langOf(prefix))
  const {
    lang,
    values,
    issues,
    viewParams,
    columns,
    sorts,
    sort,
    canonical,
    rows: size,
    title,
  } = await read(route, type)
  const { rows, total } = await collectionOf(type).list({
    filters: values,
    size,
    ...(viewParams.sort && { sort: viewParams.sort }),
  })
  const { filters } = collectionOf(type)
  const t = translator(lang)
  highlightText(typeof values.text === 'string' ? values.text : undefined)
  return embedPage(
    title(total),
    canonical,
    lang,
    <>
      <NotUnderstood view={{ issues }} lang={lang} />
      <h2 className="sr-only">{t(`recordType.${type}`)}</h2>
      {viewParams.view === 'table' ? (
        <RecordTable
          model={tableModel({
            type,
            rows,
            chosen: columns,
            dense: viewParams.density === 'compact',
            sorts,
            sort,
            lang,
          })}
          address={(sort) => href(lang, listAddress({ path: `/${type}`, filters }, values, { ...viewParams, sort }))}
          stacks
        />
      ) : (
        <RecordRows type={type} rows={rows} lang={lang} />
      )}
      {total > rows.length && (
        <p className="embed-more">
          <a href={href(lang, canonical)}>{t('embed.all', { count: total })}</a>
        </p>
      )}
    </>,
  )
}
