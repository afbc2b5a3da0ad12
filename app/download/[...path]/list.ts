import { fileName } from '@/lib/domain/exports/file-name'
import { csvOf, jsonOf, viewAddress, xlsxOf } from '@/lib/domain/exports/formats'
import { named, readView } from '@/lib/domain/exports/view'
import { feedOf } from '@/lib/domain/feeds/feed'
import type { List } from '@/lib/domain/sharing/pages'
import { lastChange } from '@/lib/domain/exports/changes'
import { streamed } from '@/lib/platform/api/stream'
import type { Lang } from '@/lib/platform/collections/language'
import { notUnderstood, problem } from '@/lib/platform/web/problem'
import { feedFile } from './feed'

const TYPES: Record<string, string> = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** A whole list as a file, or its feed. A parameter that is not understood gives no file rather than a wrong one. */
export async function listFile(room: List, format: string, params: URLSearchParams, lang: Lang): Promise<Response> {
  const { view: asked, issues } = readView(room, params, format === 'csv' ? ['bom'] : [])
  const bom = params.get('bom')
  if (format === 'csv' && bom !== null && bom !== '1' && bom !== '0')
    issues.push({ param: 'bom', value: bom, message: { en: 'Give 1 or 0.', es: 'Indique 1 o 0.' } })
  if (issues.length) return notUnderstood(issues)
  const view = await named(asked)

  if (format === 'atom' || format === 'feed.json') return feedFile(await feedOf(view, lang), format)
  const headers: Record<string, string> = {
    'Content-Type': TYPES[format]!,
    Link: `<${viewAddress(view, lang)}>; rel="alternate"; type="text/html"`,
  }

  // `inline` lets a browser show what it can; the name is for those who keep it.
  const day = (await lastChange()).slice(0, 10)
  headers['Content-Disposition'] =
    `${format === 'xlsx' ? 'attachment' : 'inline'}; filename="${fileName(view, day, format)}"`
  if (format === 'csv') return streamed(csvOf(view, { bom: bom === '1' }), headers)
  if (format === 'xlsx') return streamed(xlsxOf(view, lang), headers)
  return format === 'json' ? streamed(jsonOf(view, lang), headers) : problem(404)
}
