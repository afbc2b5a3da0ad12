import { readWords } from '@/lib/features/api/parameters'
import { Found } from '@/lib/features/api/schemas'
import { search } from '@/lib/features/search/queries'
import { openRoute } from '@/lib/platform/api/public-route'
import { notUnderstood } from '@/lib/platform/http/problem-json'
import { answer } from '../answer'

export const dynamic = 'force-dynamic'

/** Places, people, bodies and words, as the search on the site finds them. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = openRoute('read', async (request) => {
  const { words, issues } = readWords(new URL(request.url).searchParams)
  return issues.length ? notUnderstood(issues) : answer(Found, await search(words))
})
