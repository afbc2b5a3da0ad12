import { versionsOf } from '@/lib/features/api/changes'
import { rejectUnknownParameters } from '@/lib/features/api/parameters'
import { Versions } from '@/lib/features/api/schemas'
import { isRecordTypeName } from '@/lib/records/registry'
import { publicRoute } from '@/lib/platform/api/public-route'
import { invalidParameters, problem } from '@/lib/platform/http/problem-json'
import { answer } from '../../../answer'

export const dynamic = 'force-dynamic'

/** All versions of a record with their reasons, also for withdrawn records. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = publicRoute('read', async (request, { type, id }) => {
  if (typeof type !== 'string' || !isRecordTypeName(type) || !/^[0-9a-z]{10}$/.test(String(id))) return problem(404)
  const issues = rejectUnknownParameters(new URL(request.url).searchParams, [])
  if (issues.length) return invalidParameters(issues)
  const data = await versionsOf(type, String(id))
  return data.length ? answer(Versions, { data }) : problem(404)
})
