import { PAGE } from '@/lib/features/api/operations'
import { readAfter, readNumber } from '@/lib/features/api/parameters'
import { isRecordTypeName } from '@/lib/records/registry'
import { readView } from '@/lib/features/exports/list-view'
import { publicRoute } from '@/lib/platform/api/public-route'
import { readCursor } from '@/lib/platform/lists/read-cards'
import { invalidParameters, problem } from '@/lib/platform/http/problem-json'
import { answerTexts, linkNext } from '../answer'

export const dynamic = 'force-dynamic'

/** A page of a record type's records, with the same filters as the list page. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = publicRoute('read', async (request, { type }) => {
  if (typeof type !== 'string' || !isRecordTypeName(type)) return problem(404)
  const params = new URL(request.url).searchParams
  const { view, issues } = readView(type, params, ['after', 'size'])
  const size = readNumber(params, { name: 'size', otherwise: PAGE.size, most: PAGE.most })
  const from = readAfter(params, (text) => readCursor(text) !== null)
  const all = [...issues, ...size.issues, ...from.issues]
  if (all.length) return invalidParameters(all)
  const page = await view.collection.listJson({
    filters: view.values,
    ...(view.sort && { sort: view.sort }),
    after: from.after,
    size: size.value,
  })
  return answerTexts(page, linkNext(`/${type}`, params, page.next))
})
