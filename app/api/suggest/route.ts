import type { MinimalRequest } from '@/lib/platform/http/types'
import { suggest } from '@/lib/features/search/queries'

export const dynamic = 'force-dynamic'

/** Search suggestions while a reader types: `?q=minnea`. */
export async function GET(request: Pick<MinimalRequest, 'url'>): Promise<Response> {
  const q = new URL(request.url).searchParams.get('q') ?? ''
  return Response.json(await suggest(q), { headers: { 'Cache-Control': 'public, max-age=300, s-maxage=300' } })
}
