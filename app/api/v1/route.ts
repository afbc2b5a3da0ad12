import { rejectUnknownParameters } from '@/lib/features/api/parameters'
import { Index } from '@/lib/features/api/schemas'
import { LICENCE_URL } from '@/lib/features/exports/formats'
import { pageAddress } from '@/lib/features/social-preview/address'
import { RECORD_TYPE_NAMES } from '@/lib/records/registry'
import { publicRoute } from '@/lib/platform/api/public-route'
import { invalidParameters } from '@/lib/platform/http/problem-json'
import { answer, apiAddress } from './answer'

export const dynamic = 'force-dynamic'

/** The index of the API. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = publicRoute('read', async (request) => {
  const issues = rejectUnknownParameters(new URL(request.url).searchParams, [])
  if (issues.length) return invalidParameters(issues)
  return answer(Index, {
    title: 'Local Record',
    documentation: pageAddress('en', '/about/api'),
    openapi: apiAddress('/openapi.json'),
    licence: LICENCE_URL,
    types: Object.fromEntries(RECORD_TYPE_NAMES.map((type) => [type, apiAddress(`/${type}`)])),
    search: apiAddress('/search'),
    places: apiAddress('/places'),
    changes: apiAddress('/changes'),
  })
})
