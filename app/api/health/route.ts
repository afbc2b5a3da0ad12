import { notReadyReason } from '@/lib/platform/database/readiness'

export const dynamic = 'force-dynamic'

/** Readiness, for load balancers: whether requests should come here. */
export async function GET(): Promise<Response> {
  const headers = { 'Cache-Control': 'no-store' }
  const reason = await notReadyReason()
  if (reason === null) return Response.json({ status: 'ok' }, { headers })
  return Response.json({ status: 'unavailable', reason }, { status: 503, headers: { ...headers, 'Retry-After': '5' } })
}
