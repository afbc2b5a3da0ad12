import { createServer } from 'node:http'
import { COLLECTIONS } from '@/lib/records/collections'
import { createFacetIndexes } from '@/lib/platform/facet-index/create-facet-indexes'
import { queryCache } from '@/lib/platform/caching/query-cache'
import { listenForPublished } from '@/lib/platform/database/listen-for-published'
import type { CollectionSpec } from '@/lib/platform/lists/list-source'
import { settings } from '@/lib/platform/settings/settings'
import { askedOf, router, send } from '@/server/route-matcher'
import { runWithResponse } from '@/lib/platform/request-context/request-context'

// Our pages by React alone: the same queries, lists in memory and HTML, with nothing around them that a public site needs.
const facetIndexes = createFacetIndexes(COLLECTIONS as unknown as Readonly<Record<string, CollectionSpec>>, {
  minRows: settings().facetIndexMinRows ?? Infinity,
  onError: (error) => console.error(error),
})
listenForPublished({
  onNotification: (notification) => {
    facetIndexes.invalidate(notification)
    queryCache.invalidate()
  },
  setInvalidationAvailable: (isAvailable) => {
    facetIndexes.setInvalidationAvailable(isAvailable)
    queryCache.setInvalidationAvailable(isAvailable)
  },
})

process.env.BROWSER_PROGRAMS = '{}'
const { pages } = await import('@/server/static-renderer/pages')
const find = router(pages({ styles: [], fonts: '', early: '' }))

createServer((req, res) => {
  const found = find(req.method!, req.url!.split('?', 1)[0]!)
  if (!found) return void res.writeHead(req.url === '/ready' ? 200 : 404).end()
  runWithResponse(res, async () => send(res, await found.answer(askedOf(req)))).catch((error: Error) =>
    res.destroy(error),
  )
}).listen(Number(process.argv[2]), '127.0.0.1')
