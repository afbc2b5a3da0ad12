import { notReadyReason } from '@/lib/platform/database/readiness'
import { countOverdue } from '@/lib/platform/publishing/overdue'

export const dynamic = 'force-dynamic'

/**
 * Readiness, for load balancers: whether requests should come here. `overdue` counts scheduled publications that did not
 * happen. They are no reason to send requests elsewhere.
 */
export async function GET(): Promise<Response> {
  const headers = { 'Cache-Control': 'no-store' }
  const reason = await notReadyReason()
  if (reason !== null)
    return Response.json(
      { status: 'unavailable', reason },
      { status: 503, headers: { ...headers, 'Retry-After': '5' } },
    )
  const overdue = await countOverdue()
  return Response.json({ status: 'ok', ...(overdue && { overdue }) }, { headers })
}
