import { readWords } from '@/lib/features/api/parameters'
import { placeTexts } from '@/lib/features/search/queries'
import { openRoute } from '@/lib/platform/api/public-route'
import { json } from '@/lib/platform/http/types'
import { notUnderstood } from '@/lib/platform/http/problem-json'

export const dynamic = 'force-dynamic'

/** Places as one types. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = openRoute('read', async (request) => {
  const { words, issues } = readWords(new URL(request.url).searchParams)
  if (issues.length) return notUnderstood(issues)
  return json(`{"data":[${(await placeTexts(words)).join(',')}]}`)
})
