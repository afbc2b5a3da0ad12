import { readVersion } from '@/lib/features/api/parameters'
import { findById, findText } from '@/lib/features/exports/find-record'
import { isRecordTypeName } from '@/lib/records/registry'
import { pageAddress } from '@/lib/features/social-preview/address'
import { publicRoute } from '@/lib/platform/api/public-route'
import { jsonText } from '@/lib/platform/http/types'
import { invalidParameters, problem } from '@/lib/platform/http/problem-json'
import { idFromPath } from '@/lib/platform/http/slug'
import { apiAddress } from '../../answer'

export const dynamic = 'force-dynamic'

/** A record, or one of its versions. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = publicRoute('read', async (request, { type, id }) => {
  if (typeof type !== 'string' || !isRecordTypeName(type)) return problem(404)
  const params = new URL(request.url).searchParams
  const { version, issues } = readVersion(params)
  if (issues.length) return invalidParameters(issues)
  const current = version === undefined ? await findText(type, String(id)) : undefined
  if (current) return jsonText(current.card, besidePage(current.path))
  const { lookup } = await findById(type, String(id), version)
  if (lookup.status === 'missing') return problem(404)
  if (lookup.status === 'withdrawn') return problem(410, { withdrawn: { on: lookup.on, reason: lookup.reason } })
  if (lookup.status === 'moved') {
    const [, to, segment = ''] = lookup.path.split('/')
    const target = idFromPath(segment)
    const address = target ? apiAddress(`/${to}/${target}`) : pageAddress('en', `${lookup.path}.json`)
    return new Response(null, { status: 308, headers: { Location: address } })
  }
  return jsonText(JSON.stringify(lookup.record), besidePage(lookup.record.path))
})

const besidePage = (path: string) => ({ link: `<${pageAddress('en', path)}>; rel="alternate"; type="text/html"` })
