import { changesSince, readKey, readSince } from '@/lib/features/api/changes'
import { PAGE } from '@/lib/features/api/operations'
import { readAfter, readNumber, unknown } from '@/lib/features/api/parameters'
import { openRoute } from '@/lib/platform/api/public-route'
import { notUnderstood } from '@/lib/platform/http/problem-json'
import { answerTexts, linkNext } from '../answer'

export const dynamic = 'force-dynamic'

/** What changed since a moment, for mirrors. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = openRoute('read', async (request) => {
  const params = new URL(request.url).searchParams
  const { since, issues } = readSince(params)
  const size = readNumber(params, { name: 'size', otherwise: PAGE.size, most: PAGE.most })
  const from = readAfter(params, (text) => readKey(text) !== null)
  const all = [...issues, ...size.issues, ...from.issues, ...unknown(params, ['since', 'after', 'size'])]
  if (all.length) return notUnderstood(all)
  const page = await changesSince(since, from.after, size.value)
  return answerTexts(page, linkNext('/changes', params, page.next))
})
