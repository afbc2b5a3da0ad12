export const dynamic = 'force-dynamic'

/** Liveness, for supervisors: an answer means that the process works. A restart would not bring its database back. */
export function GET(): Response {
  return Response.json({ status: 'ok' }, { headers: { 'Cache-Control': 'no-store' } })
}
