import { findByPath } from '@/lib/features/exports/find-record'
import { readVersion } from '@/lib/features/api/parameters'
import { pageAddress } from '@/lib/features/social-preview/address'
import type { Lang } from '@/lib/platform/i18n/locale'
import { invalidParameters, problem } from '@/lib/platform/http/problem-json'

/** One record or version as the API returns it, a redirect if it moved, or the reason for its withdrawal. */
export async function recordFile(path: string, params: URLSearchParams, lang: Lang): Promise<Response> {
  const { version, issues } = readVersion(params)
  if (issues.length) return invalidParameters(issues)
  const found = await findByPath(path, version)
  if (!found || found.lookup.status === 'missing') return problem(404)
  const { lookup } = found
  const query = version === undefined ? '' : `?version=${version}`
  if (lookup.status === 'moved') {
    const to = pageAddress(lang, `${lookup.path}.json${query}`)
    return new Response(null, { status: 308, headers: { Location: to } })
  }
  if (lookup.status === 'withdrawn') return problem(410, { withdrawn: { on: lookup.on, reason: lookup.reason } })
  return Response.json(lookup.record, {
    headers: { Link: `<${pageAddress(lang, lookup.record.path + query)}>; rel="alternate"; type="text/html"` },
  })
}
