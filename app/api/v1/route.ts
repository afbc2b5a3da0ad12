import { unknown } from '@/lib/domain/api/parameters'
import { Index } from '@/lib/domain/api/schemas'
import { LICENCE_URL } from '@/lib/domain/exports/formats'
import { pageAddress } from '@/lib/domain/sharing/address'
import { LISTS } from '@/lib/domain/sharing/pages'
import { openRoute } from '@/lib/platform/api/open'
import { notUnderstood } from '@/lib/platform/web/problem'
import { answer, apiAddress } from './answer'

export const dynamic = 'force-dynamic'

/** Where everything is. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = openRoute('read', async (request) => {
  const issues = unknown(new URL(request.url).searchParams, [])
  if (issues.length) return notUnderstood(issues)
  return answer(Index, {
    title: 'Local Record',
    documentation: pageAddress('en', '/about/api'),
    openapi: apiAddress('/openapi.json'),
    licence: LICENCE_URL,
    rooms: Object.fromEntries(LISTS.map((room) => [room, apiAddress(`/${room}`)])),
    search: apiAddress('/search'),
    places: apiAddress('/places'),
    changes: apiAddress('/changes'),
  })
})
