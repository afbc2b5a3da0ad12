import { createServer } from 'node:http'
import { COLLECTIONS } from '@/lib/domain/collections'
import { keepCubes } from '@/lib/platform/cube/keep'
import { keptReads } from '@/lib/platform/database/kept'
import { listenForPublished } from '@/lib/platform/database/listen'
import type { Spec } from '@/lib/platform/records/answers'
import { settings } from '@/lib/platform/settings'
import { askedOf, router, send } from '@/lib/platform/web/direct'
import { withResponse } from '@/lib/platform/web/status'

// Our pages by React alone: the same queries, lists in memory and HTML, with nothing around them that a public site needs.
const cubes = keepCubes(COLLECTIONS as unknown as Readonly<Record<string, Spec>>, {
  from: settings().cubesFrom,
  onFailure: (error) => console.error(error),
})
listenForPublished({
  heard: (news) => {
    cubes.heard(news)
    keptReads.heard()
  },
  setDeaf: (isDeaf) => {
    cubes.setDeaf(isDeaf)
    keptReads.setDeaf(isDeaf)
  },
})

process.env.BROWSER_PROGRAMS = '{}'
const { pages } = await import('@/app/pages')
const find = router(pages({ styles: [], fonts: '', early: '' }))

createServer((req, res) => {
  const found = find(req.method!, req.url!.split('?', 1)[0]!)
  if (!found) return void res.writeHead(req.url === '/ready' ? 200 : 404).end()
  withResponse(res, async () => send(res, await found.answer(askedOf(req)))).catch((error: Error) => res.destroy(error))
}).listen(Number(process.argv[2]), '127.0.0.1')
