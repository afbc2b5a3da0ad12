import { type IncomingMessage, createServer } from 'node:http'
import { publishDrafts, saveDrafts } from '@/lib/features/editing/commands'
import { idFor } from '@/lib/platform/publishing/ids'
import type { Actor } from '@/lib/platform/commands/permissions'
import { hostileArticle } from './hostile'

const filler = 'The council met for three hours, heard forty people and took no vote before it went home. '.repeat(3)

/** Each edition has a different text, so that every test has its own. */
const article =
  (title: string, paragraphs: string[]) =>
  (edition: string) => `<!doctype html><html lang="en"><head><title>${title}</title>
<meta property="og:site_name" content="The Valley Post"><meta property="article:published_time" content="2025-01-29T09:30:00-06:00">
</head><body><nav>Home News Sports</nav><article><h1>${title}</h1>${paragraphs.map((one) => `<p>${one}</p>`).join('')}
<p>${filler}</p><p>Edition ${edition.replace(/\W/g, '')}.</p></article></body></html>`

const PAGES: Record<string, (edition: string) => string> = {
  '/council': article('Council hears the chief', [
    'At a meeting this week in Omaha, Nebraska, Police Chief Todd Schmaderer said officers “have better things to do than ask for papers.”',
    'In November, the city had adopted a rule on records. “Nobody should be afraid to call us,” Mayor Jean Stothert said.',
  ]),
  '/second': article('A second report', ['Sheriff Sam Hillgrove said: “We will go on as before.”']),
  '/hostile': hostileArticle,
  '/kept': article('A report that stays', ['Sheriff Sam Hillgrove said: “We keep what we said.”']),
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  return body
}

/** A published source of the test newspaper. */
export const KEPT = idFor('sources', 'of-the-tests-newspaper')

/** The port of the test newspaper and of the archive that stores its copies. */
export const articlesPort = (sitePort: number): number => sitePort + 1

/** Serves both until closed. */
export async function serveArticles(port: number): Promise<{ origin: string; close: () => void }> {
  let asked = ''
  const server = createServer(async (request, response) => {
    const { pathname: path, searchParams } = new URL(request.url!, 'http://newspaper.example')
    const edition = searchParams.get('edition') ?? ''
    if (path === '/save') {
      asked = new URLSearchParams(await bodyOf(request)).get('url') ?? ''
      response.end(JSON.stringify({ url: asked, job_id: 'spn2-1' }))
    } else if (path.startsWith('/save/status/')) {
      response.end(JSON.stringify({ status: 'success', timestamp: '20261122180000', original_url: asked }))
    } else if (PAGES[path])
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGES[path]!(edition))
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { origin: `http://127.0.0.1:${port}`, close }
}

/** Publishes one source whose page is the tests' own. */
export async function makeArticleSource(origin: string): Promise<void> {
  const editor: Actor = { id: 'editor-of-the-newspaper', role: 'editor' }
  const data = {
    ...{
      title: 'A report that stays',
      url: `${origin}/kept`,
      outlet: 'The Valley Post',
      authors: [],
      kind: 'local_news',
    },
    ...{
      archiveUrl: null,
      note: { en: 'The tests’ own.' },
      published: { edtf: '2025-01-29' },
      lineage: [],
      captures: [],
      leads: [],
    },
  }
  const drafts = [{ type: 'sources', recordId: KEPT, baseVersion: 0, data }]
  await publishDrafts(editor, { draftIds: await saveDrafts(editor, { drafts }) })
}
