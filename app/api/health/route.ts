import { isDatabaseReachable } from '@/lib/platform/database/health'

export const dynamic = 'force-dynamic'

/** Health check for load balancers and monitors. */
export async function GET(): Promise<Response> {
  const headers = { 'Cache-Control': 'no-store' }
  if (await isDatabaseReachable()) return Response.json({ status: 'ok' }, { headers })
  return Response.json(
    { status: 'unavailable', reason: 'The database does not answer.' },
    { status: 503, headers: { ...headers, 'Retry-After': '5' } },
  )
}
