import { changesSince, readKey, readSince } from '@/lib/features/api/changes'
import { PAGE } from '@/lib/features/api/operations'
import { readAfter, readNumber, rejectUnknownParameters } from '@/lib/features/api/parameters'
import { publicRoute } from '@/lib/platform/api/public-route'
import { invalidParameters } from '@/lib/platform/http/problem-json'
import { answerTexts, linkNext } from '../answer'

export const dynamic = 'force-dynamic'

/** The changes since a point in time, for mirrors. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = publicRoute('read', async (request) => {
  const params = new URL(request.url).searchParams
  const { since, issues } = readSince(params)
  const size = readNumber(params, { name: 'size', otherwise: PAGE.size, most: PAGE.most })
  const from = readAfter(params, (text) => readKey(text) !== null)
  const all = [
    ...issues,
    ...size.issues,
    ...from.issues,
    ...rejectUnknownParameters(params, ['since', 'after', 'size']),
  ]
  if (all.length) return invalidParameters(all)
  const page = await changesSince(since, from.after, size.value)
  return answerTexts(page, linkNext('/changes', params, page.next))
})
