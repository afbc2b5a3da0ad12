import { readWords } from '@/lib/domain/api/parameters'
import { Places } from '@/lib/domain/api/schemas'
import { searchPlaces } from '@/lib/domain/search/queries'
import { openRoute } from '@/lib/platform/api/open'
import { notUnderstood } from '@/lib/platform/web/problem'
import { answer } from '../answer'

export const dynamic = 'force-dynamic'

/** Places as one types. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = openRoute('read', async (request) => {
  const { words, issues } = readWords(new URL(request.url).searchParams)
  if (issues.length) return notUnderstood(issues)
  const places = await searchPlaces(words)
  return answer(Places, { data: places.map((one) => ({ ...one, name: one.fullName })) })
})
