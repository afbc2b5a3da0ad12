import type { MinimalRequest } from '@/lib/platform/http/types'
import { suggest } from '@/lib/features/search/queries'

export const dynamic = 'force-dynamic'

/** Search suggestions while a reader types: `?q=minnea&lang=es`. */
export async function GET(request: Pick<MinimalRequest, 'url'>): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const lang = searchParams.get('lang') === 'es' ? 'es' : 'en'
  return Response.json(await suggest(searchParams.get('q') ?? '', lang), {
    headers: { 'Cache-Control': 'public, max-age=300, s-maxage=300' },
  })
}
