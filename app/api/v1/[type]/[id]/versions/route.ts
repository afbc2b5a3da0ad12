import { versionsOf } from '@/lib/features/api/changes'
import { unknown } from '@/lib/features/api/parameters'
import { Versions } from '@/lib/features/api/schemas'
import { isRoom } from '@/lib/records/columns'
import { openRoute } from '@/lib/platform/api/public-route'
import { notUnderstood, problem } from '@/lib/platform/http/problem-json'
import { answer } from '../../../answer'

export const dynamic = 'force-dynamic'

/** All versions of a record with their reasons, those of a withdrawn one too. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = openRoute('read', async (request, { room, id }) => {
  if (typeof room !== 'string' || !isRoom(room) || !/^[0-9a-z]{10}$/.test(String(id))) return problem(404)
  const issues = unknown(new URL(request.url).searchParams, [])
  if (issues.length) return notUnderstood(issues)
  const data = await versionsOf(room, String(id))
  return data.length ? answer(Versions, { data }) : problem(404)
})
