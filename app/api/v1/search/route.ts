import { readSearchText } from '@/lib/features/api/parameters'
import { SearchResults } from '@/lib/features/api/schemas'
import { search } from '@/lib/features/search/queries'
import { publicRoute } from '@/lib/platform/api/public-route'
import { invalidParameters } from '@/lib/platform/http/problem-json'
import { answer } from '../answer'

export const dynamic = 'force-dynamic'

/** Search for places, people, bodies and words, with the same results as the site's search. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = publicRoute('read', async (request) => {
  const { words, issues } = readSearchText(new URL(request.url).searchParams)
  return issues.length ? invalidParameters(issues) : answer(SearchResults, await search(words))
})
