import { readSearchText } from '@/lib/features/api/parameters'
import { placeTexts } from '@/lib/features/search/queries'
import { publicRoute } from '@/lib/platform/api/public-route'
import { jsonText } from '@/lib/platform/http/types'
import { invalidParameters } from '@/lib/platform/http/problem-json'

export const dynamic = 'force-dynamic'

/** Place suggestions for a search prefix. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = publicRoute('read', async (request) => {
  const { words, issues } = readSearchText(new URL(request.url).searchParams)
  if (issues.length) return invalidParameters(issues)
  return jsonText(`{"data":[${(await placeTexts(words)).join(',')}]}`)
})
