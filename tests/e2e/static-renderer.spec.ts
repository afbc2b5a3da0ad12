import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type APIResponse, expect, test } from '@playwright/test'
import { ROOT } from '@/scripts/paths'
import { throughNextPort } from './through-next'

const LISTS = readdirSync(join(ROOT, 'app', '[lang]'), { recursive: true, encoding: 'utf8' })
  .map((path) => `/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('/page.tsx') && !/\[|\/suggest\//.test(path))
  .map((path) => path.replace(/\/page\.tsx$/, '') || '/')

const OTHERS = [
  '/tx',
  '/tx/el-paso',
  '/tx/nothing',
  '/tx?topic=detainers',
  '/og',
  '/statements/0000000000',
  '/statements?state=TX&state=NV&state=TX',
  '/statements?state=tx&state=XX&colour=red',
  '/statements?text=county&view=table&columns=quote&density=compact',
  '/statements?topic=&text=%26+%3Cb%3E',
  '/search?q=johnson',
  '/compare?place=/tx&place=/nv&on=2025-01',
  '/map?topic=detainers',
  '/?topic=detainers',
]

/** A page without what is said in the head in another order, and without marks that no reader sees. */
const readable = async (answer: APIResponse) => {
  if (answer.status() >= 300 && answer.status() < 400) return [answer.status(), answer.headers().location]
  const html = (await answer.text()).replace(/<!--.*?-->/gs, '').replace('<div hidden=""></div>', '')
  const [, begin = '', head = '', body = html] = /^(.*?)<head>(.*?)<\/head>(.*)$/s.exec(html) ?? []
  const [, classes = ''] = / class="([^"]*)"/.exec(begin) ?? []
  const said = head
    .replaceAll(' data-precedence="next"', '')
    .replace(/(\/(?:favicon\.ico|icon\.svg|apple-icon\.png))\?[^"]*/g, '$1')
    .replace('<meta name="next-size-adjust" content=""/>', '')
  const { link = '', ...headers } = answer.headers()
  for (const name of ['etag', 'date', 'content-length', 'keep-alive']) delete headers[name]
  return {
    status: answer.status(),
    headers: { ...headers, fonts: link.match(/<[^>]+\.woff2>/g)?.toSorted() },
    begin: [begin.replace(classes, ''), classes.split(' ').toSorted()],
    said: said.match(/<title>.*?<\/title>|<script.*?<\/script>|<[^>]+>/gs)?.toSorted() ?? [],
    body,
  }
}

for (const path of [...LISTS, ...OTHERS])
  test(`${path} is drawn by our own server as Next draws it, in both languages`, async ({ request, baseURL }) => {
    const next = new URL(baseURL!)
    next.port = String(throughNextPort(Number(next.port)))
    for (const address of [path, path === '/' ? '/es' : path.startsWith('/?') ? `/es${path.slice(1)}` : `/es${path}`]) {
      const [ours, theirs] = await Promise.all(
        [baseURL!, next.origin].map(async (origin) =>
          readable(await request.get(origin + address, { maxRedirects: 0, headers: { 'accept-encoding': 'br' } })),
        ),
      )
      expect(ours, address).toEqual(theirs)
    }
  })

test('every kind of record is drawn by our own server as Next draws it', async ({ request, baseURL }) => {
  const next = throughNextPort(Number(new URL(baseURL!).port))
  for (const type of LISTS.filter((path) => /^\/[a-z-]+s$/.test(path))) {
    const answer = await request.get(`/api/v1${type}?size=1`)
    if (!answer.ok()) continue
    const [record] = (await answer.json()).data
    const drawn = await readable(await request.get(record.path))
    expect(drawn, record.path).toMatchObject({ status: 200 })
    expect(drawn, record.path).toEqual(await readable(await request.get(`http://127.0.0.1:${next}${record.path}`)))
  }
})
