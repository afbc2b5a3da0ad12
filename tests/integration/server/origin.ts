import { markDatabaseDown, runWithResponse } from '@/lib/platform/request-context/request-context'
import type { Handler } from '@/server/stages/respond'

const STATUS: Readonly<Record<string, number>> = {
  '/missing': 404,
  '/gone': 410,
  '/moved': 308,
  '/moved-for-good': 301,
  '/redirects': 307,
  '/fails': 500,
  '/partial': 206,
  '/not-modified': 304,
}
const TYPES: Readonly<Record<string, string>> = {
  '/statements.csv': 'text/csv',
  '/statements.atom': 'application/atom+xml',
  '/robots.txt': 'text/plain',
}

/**
 * Stands for Next where a test needs no pages. It answers ranges and conditions as a static file server does, and prints
 * every header that reaches it, so that a response tells what it depends on.
 */
export const origin = {
  renders: 0,
  /** The addresses that reached it. */
  seen: [] as string[],
  handle: (async (req, res) => {
    origin.renders += 1
    origin.seen.push(req.url!)
    const path = req.url!.split('?', 1)[0]!
    const { 'x-forwarded-for': _caller, 'if-none-match': condition, connection: _connection, ...headers } = req.headers
    const body = `<p>${path} ${JSON.stringify(path === '/admin' ? {} : headers)}</p>`.repeat(20)
    res.statusCode = STATUS[path] ?? 200
    res.setHeader('ETag', '"v1"')
    res.setHeader('Content-Type', TYPES[path] ?? 'text/html; charset=utf-8')
    if (path === '/robots.txt') res.setHeader('Cache-Control', 'public, max-age=60')
    if (path === '/statements.csv') res.setHeader('Content-Disposition', 'attachment')
    if (path === '/without-database') return runWithResponse(res, async () => fail(res))
    if (res.statusCode >= 300 && res.statusCode < 400) {
      res.removeHeader('Content-Type')
      res.setHeader('Location', '/elsewhere')
      return void res.end()
    }
    if (res.statusCode !== 200) return void res.end(body)
    if (condition || req.headers['if-modified-since']) return void res.writeHead(304).end()
    if (req.headers['if-match'] || req.headers['if-unmodified-since']) return void res.writeHead(412).end()
    if (req.headers.range) return void res.writeHead(206, { 'Content-Range': 'bytes 0-3/9' }).end(body.slice(0, 4))
    res.end(body)
  }) as Handler,
}

const fail = (res: Parameters<Handler>[1]): void => {
  markDatabaseDown()
  res.statusCode = 500
  res.end('broken')
}
