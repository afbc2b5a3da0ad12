import { readWords } from '@/lib/domain/api/parameters'
import { placeTexts } from '@/lib/domain/search/queries'
import { openRoute } from '@/lib/platform/api/open'
import { json } from '@/lib/platform/web/asked'
import { notUnderstood } from '@/lib/platform/web/problem'

export const dynamic = 'force-dynamic'

/** Places as one types. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = openRoute('read', async (request) => {
  const { words, issues } = readWords(new URL(request.url).searchParams)
  if (issues.length) return notUnderstood(issues)
  return json(`{"data":[${(await placeTexts(words)).join(',')}]}`)
})
