import { PAGE } from '@/lib/features/api/operations'
import { readAfter, readNumber } from '@/lib/features/api/parameters'
import { lastChange } from '@/lib/features/exports/last-published'
import { fileName } from '@/lib/features/exports/file-name'
import { csvOf, csvChunks, jsonOf, jsonChunks, viewAddress, xlsxOf } from '@/lib/features/exports/formats'
import { readPage } from '@/lib/features/exports/export-view'
import { columnsFor } from '@/lib/records/columns'
import type { RecordTypeName } from '@/lib/records/registry'
import { type View, resolveNames, readView } from '@/lib/features/exports/list-view'
import { feedOf } from '@/lib/features/feeds/feed'
import { pageAddress } from '@/lib/features/social-preview/address'
import { notModifiedOr } from '@/lib/platform/api/conditional-response'
import { streamResponse } from '@/lib/platform/api/stream-response'
import type { Issue } from '@/lib/platform/lists/filter'
import type { Lang } from '@/lib/platform/i18n/locale'
import { readCursor } from '@/lib/platform/lists/read-cards'
import type { MinimalRequest } from '@/lib/platform/http/types'
import { invalidParameters, problem } from '@/lib/platform/http/problem-json'
import { feedFile } from './feed'
import { localizedText } from '@/lib/platform/i18n/translate'

const TYPES: Record<string, string> = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** Parameters of files besides filters and order: CSV accepts a byte order mark, CSV and JSON accept paging. */
const VIEW_PARAMS: Record<string, readonly string[]> = { csv: ['bom', 'size', 'after'], json: ['size', 'after'] }

/** A list as a file, or its feed. An invalid parameter gets an error instead of a wrong file. */
export async function listFile(
  type: RecordTypeName,
  format: string,
  request: MinimalRequest,
  lang: Lang,
): Promise<Response> {
  const params = new URL(request.url).searchParams
  const { view: parsedView, issues } = readView(type, params, VIEW_PARAMS[format])
  const bom = params.get('bom')
  if (format === 'csv' && bom !== null && bom !== '1' && bom !== '0')
    issues.push({ param: 'bom', value: bom, message: localizedText('issue.bom') })
  const page = VIEW_PARAMS[format] ? readPaging(params) : { issues: [] }
  if (issues.length || page.issues.length) return invalidParameters([...issues, ...page.issues])
  const view = await resolveNames(parsedView)

  if (format === 'atom' || format === 'feed.json') return feedFile(await feedOf(view, lang), format)
  const changed = await lastChange()
  const headers: Record<string, string> = {
    'Content-Type': TYPES[format]!,
    Link: `<${viewAddress(view, lang)}>; rel="alternate"; type="text/html"`,
    // `inline` lets browsers display the formats that they can. The file name is for saving.
    'Content-Disposition': `${format === 'xlsx' ? 'attachment' : 'inline'}; filename="${fileName(view, changed.slice(0, 10), format)}"`,
  }
  const columns = columnsFor(type).map(({ name }) => name)
  return notModifiedOr(request, [new URL(request.url).search, lang, type, format, changed, ...columns], async () => {
    if (page.size) return pageFile(view, format, { ...page, size: page.size }, bom === '1', lang, headers)
    if (format === 'csv') return streamResponse(csvOf(view, { bom: bom === '1' }), headers)
    if (format === 'xlsx') return streamResponse(xlsxOf(view, lang), headers)
    return format === 'json' ? streamResponse(jsonOf(view, lang), headers) : problem(404)
  })
}

type Paging = { size?: number; after?: string | undefined; issues: Issue[] }

/** `?size=200`, then the `after` of the Link header with rel="next". Without them the file is the complete list. */
const readPaging = (params: URLSearchParams): Paging => {
  const size = readNumber(params, { name: 'size', otherwise: PAGE.size, most: PAGE.most })
  const from = readAfter(params, (text) => readCursor(text) !== null)
  const issues = [...size.issues, ...from.issues]
  return params.has('size') || from.after ? { size: size.value, after: from.after, issues } : { issues }
}

const pageFile = async (
  view: View,
  format: string,
  { size, after }: { size: number; after?: string | undefined },
  bom: boolean,
  lang: Lang,
  headers: Record<string, string>,
): Promise<Response> => {
  const { exported, next } = await readPage(view, { size, after })
  const query = new URLSearchParams(view.query)
  query.set('size', String(size))
  if (next) query.set('after', next)
  const link = next ? `, <${pageAddress(lang, `/${view.type}.${format}?${query}`)}>; rel="next"` : ''
  const pieces = format === 'csv' ? csvChunks(view, exported, bom) : jsonChunks(view, exported, lang)
  return streamResponse(pieces, { ...headers, Link: headers.Link + link })
}
