import { isRecordTypeName } from '@/lib/records/registry'
import { publicRoute } from '@/lib/platform/api/public-route'
import type { Kind } from '@/lib/platform/api/api-limits'
import { isLang } from '@/lib/platform/i18n/locale'
import { problem } from '@/lib/platform/http/problem-json'
import { correctionsFile } from './corrections'
import { datasetFile } from './dataset'
import { listFile } from './list'
import { recordFile } from './record'

export const dynamic = 'force-dynamic'

const FILE = /^(.+?)\.(csv|xlsx|atom|feed\.json|json|zip)$/

/** A complete list is more work than a feed or a record, so it counts as an export. */
const kindOf = ({ path }: { path?: string | string[] }): Kind =>
  isRecordTypeName(
    [path]
      .flat()
      .at(-1)!
      .replace(/\.(csv|xlsx|json)$/, ''),
  )
    ? 'export'
    : 'read'

/** The URLs of pages with a file extension: `/statements.csv?state=TX`, `/es/tx/el-paso.json?version=1`. */
export const { GET, OPTIONS } = publicRoute(kindOf, async (request, { path }) => {
  const [first = '', ...rest] = path as string[]
  const [lang, parts] = isLang(first) ? [first, rest] : (['en', [first, ...rest]] as const)
  const [, page, format] = FILE.exec(parts.join('/')) ?? []
  const params = new URL(request.url).searchParams
  if (!page || !format) return problem(404)
  if (format === 'zip')
    return parts[0] === 'data' && parts.length === 2 ? datasetFile(parts[1]!, request) : problem(404)
  if (isRecordTypeName(page)) return listFile(page, format, request, lang)
  if (page === 'about/corrections' && /^(atom|feed\.json)$/.test(format)) return correctionsFile(format, params, lang)
  return format === 'json' ? recordFile(`/${page}`, params, lang) : problem(404)
})
