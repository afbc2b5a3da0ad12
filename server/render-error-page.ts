import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { href } from '@/lib/platform/i18n/translate'
import { createCache } from '@/lib/platform/caching/create-cache'
import { bufferResponse } from '@/server/stages/buffer-response'
import { type RenderErrorPage, adminErrorPage } from '@/server/stages/error-pages'
import type { Handler } from '@/server/stages/respond'

/** The page that Next renders for failures, which `check-url` hides from readers. */
const PATH = '/error-page'

/** A page that fails to render in this time is replaced by the plain one. */
const TIMEOUT_MS = 5_000

/**
 * Renders the public error page by Next, in the layout and language of the page that failed. It reads no database. The
 * result is cached: in an outage every page fails.
 */
export function createErrorPageRenderer(next: Handler): RenderErrorPage {
  const pages = createCache<Buffer>({ max: 2, ttl: 60_000 })
  return async ({ req, info }, body) => {
    const { path } = info
    if (/^\/(es\/)?embed(\/|$)/.test(path)) return undefined // shown in a small frame
    if (/^\/admin(\/|$)/.test(path)) return adminErrorPage(req.headers, body)
    const url = href(/^\/es(\/|$)/.test(path) ? 'es' : 'en', PATH)
    const cached = pages.get(url)
    if (cached) return cached
    const page = await renderInternally(next, url)
    if (page) pages.set(url, page)
    return page
  }
}

/** Renders a page with Next in this process, without a network connection. Returns undefined if that fails. */
function renderInternally(next: Handler, url: string): Promise<Buffer | undefined> {
  const req = Object.assign(new IncomingMessage(new Socket()), {
    method: 'GET',
    url,
    headers: { host: 'localhost', 'user-agent': 'reader' },
  })
  const res = new ServerResponse(req)
  return new Promise((resolve, reject) => {
    setTimeout(() => resolve(undefined), TIMEOUT_MS).unref()
    bufferResponse(res, {
      chooseMode: () => 'buffer',
      maxBytes: Infinity,
      onOverflow: () => false,
      finish: async (body) => {
        resolve(res.statusCode === 200 ? body : undefined)
        return null
      },
    })
    next(req, res).catch(reject)
  })
}
