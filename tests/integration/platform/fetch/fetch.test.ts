import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { textIn } from '@/lib/platform/fetch/article-task'
import { checkAddress, fetchDocument, type Limits } from '@/lib/platform/fetch/fetch'
import { Unreadable } from '@/lib/platform/fetch/failures'

const open: Server[] = []
afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** Starts a local server and returns its origin. */
const serve = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener)
  open.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const page = (
  body: string | Buffer,
  headers: Record<string, string> = { 'content-type': 'text/html; charset=utf-8' },
) => ((_req, res) => res.writeHead(200, headers).end(body)) satisfies RequestListener

const read = async (origin: string, limits: Limits = {}) =>
  fetchDocument(`${origin}/a`, { allowed: [origin], ...limits }).then(
    ({ bytes, contentType, ...document }) => ({ ...document, text: textIn(bytes, contentType) }),
    (error: Unreadable) => error.failure.code,
  )

test('a page is fetched with a User-Agent that identifies us', async () => {
  let agent = ''
  const origin = await serve((req, res) => {
    agent = req.headers['user-agent']!
    page('<p>Hello</p>')(req, res)
  })
  expect(await read(origin)).toEqual({
    url: `${origin}/a`,
    finalUrl: `${origin}/a`,
    kind: 'html',
    text: '<p>Hello</p>',
  })
  expect(agent).toMatch(/^LocalRecord\/\S+ \(\+http/)
})

test('a private server gets no connection', async () => {
  let asked = 0
  const origin = await serve(() => void asked++)
  expect(await read(origin, { allowed: [] })).toBe('port')
  expect(asked).toBe(0)
})

test('a redirect to a private server is not followed', async () => {
  let asked = 0
  const inside = await serve(() => void asked++)
  const origin = await serve((_req, res) => res.writeHead(302, { location: `${inside}/secret` }).end())
  expect(await read(origin)).toBe('port')
  const plain = await serve((_req, res) => res.writeHead(302, { location: 'http://127.0.0.1/' }).end())
  expect(await read(plain)).toBe('private')
  const file = await serve((_req, res) => res.writeHead(302, { location: 'file:///etc/passwd' }).end())
  expect(await read(file)).toBe('not_an_address')
  expect(asked).toBe(0)
})

test('at most five redirects are followed', async () => {
  const origin = await serve((req, res) => {
    const left = Number(new URL(req.url!, 'http://x').searchParams.get('left') ?? 5)
    if (left) res.writeHead(301, { location: `/a?left=${left - 1}` }).end()
    else page('there')(req, res)
  })
  expect(await read(origin)).toMatchObject({ text: 'there', finalUrl: `${origin}/a?left=0` })
  const loop = await serve((_req, res) => res.writeHead(301, { location: '/a' }).end())
  expect(await read(loop)).toBe('redirects')
})

test('the connection goes to the checked address, after a single DNS lookup', async () => {
  let host = ''
  const server = await serve((req, res) => {
    host = req.headers.host!
    page('checked')(req, res)
  })
  const port = new URL(server).port
  const answers = [['127.0.0.1'], ['192.0.2.1']]
  const origin = `http://news.example:${port}`
  const resolve = async () => answers.shift()!
  expect(await read(origin, { resolve, allowed: [origin] })).toMatchObject({ text: 'checked' })
  expect(answers).toHaveLength(1)
  expect(host).toBe(`news.example:${port}`)
})

test('a host name that resolves to loopback is rejected', async () => {
  const origin = await serve(page('inside'))
  const resolve = async () => ['127.0.0.1']
  expect(
    await fetchDocument('http://news.example/', { resolve }).catch((error: Unreadable) => error.failure.code),
  ).toBe('private')
  expect(await read(origin)).toMatchObject({ text: 'inside' })
})

test('a server that never responds or never finishes times out', async () => {
  expect(await read(await serve(() => {}), { milliseconds: 150 })).toBe('too_slow')
  const drops = await serve((_req, res) => {
    res.writeHead(200, { 'content-type': 'text/html' })
    const drop = setInterval(() => res.write('.'), 20)
    res.on('close', () => clearInterval(drop))
  })
  expect(await read(drops, { milliseconds: 200 })).toBe('too_slow')
  const resolve = () => new Promise<string[]>(() => {})
  expect(
    await fetchDocument('http://news.example/', { resolve, milliseconds: 50 }).catch((e: Unreadable) => e.failure.code),
  ).toBe('too_slow')
})

test('an endless body and a decompression bomb are aborted', async () => {
  const endless = await serve((_req, res) => {
    res.writeHead(200, { 'content-type': 'text/html' })
    const more = (): void => void (res.write('x'.repeat(65_536)) ? setImmediate(more) : res.once('drain', more))
    more()
  })
  expect(await read(endless, { bytes: 500_000 })).toBe('too_large')
  const bomb = gzipSync(Buffer.alloc(50_000_000))
  const packed = await serve(page(bomb, { 'content-type': 'text/html', 'content-encoding': 'gzip' }))
  expect(bomb.length).toBeLessThan(500_000)
  expect(await read(packed, { bytes: 500_000 })).toBe('too_large')
  const announced = await serve((_req, res) =>
    res.writeHead(200, { 'content-type': 'text/html', 'content-length': '9999999' }).flushHeaders(),
  )
  expect(await read(announced, { bytes: 500_000 })).toBe('too_large')
})

test('compressed bodies are decompressed, and corrupt ones are rejected', async () => {
  const packed = { 'content-type': 'text/html', 'content-encoding': 'gzip' }
  expect(await read(await serve(page(gzipSync('packed'), packed)))).toMatchObject({ text: 'packed' })
  expect(await read(await serve(page('no gzip', packed)))).toBe('damaged')
  expect(await read(await serve(page('x', { ...packed, 'content-encoding': 'rot13' })))).toBe('damaged')
  const cut = await serve((_req, res) => {
    res.writeHead(200, { 'content-type': 'text/html', 'content-length': '100' })
    res.write('half', () => res.destroy())
  })
  expect(await read(cut)).toBe('damaged')
})

test('no Brotli is asked for or decoded, because Node’s decoder can be made to run code', async () => {
  let asked: unknown
  const origin = await serve((req, res) => {
    asked = req.headers['accept-encoding']
    page(brotliCompressSync('packed'), { 'content-type': 'text/html', 'content-encoding': 'br' })(req, res)
  })
  expect(await read(origin)).toBe('damaged')
  expect(asked).toBe('gzip, deflate')
})

test('a PDF keeps its URL, and images and binaries have no text', async () => {
  expect(await read(await serve(page('%PDF', { 'content-type': 'application/pdf' })))).toBe('pdf')
  expect(await read(await serve(page('x', { 'content-type': 'image/png' })))).toBe('type')
  expect(await read(await serve(page('x', {})))).toBe('type')
})

test('text is decoded in the declared charset, or else in a detected one', async () => {
  const bytes = Buffer.from('El Paso\x92s “ni\xf1os”'.replace(/[“”]/g, '"'), 'latin1')
  const words = 'El Paso’s "niños"'
  const html = { 'content-type': 'text/html' }
  expect(await read(await serve(page(bytes, { 'content-type': 'text/html; charset=windows-1252' })))).toMatchObject({
    text: words,
  })
  expect(await read(await serve(page(bytes, html)))).toMatchObject({ text: words })
  expect(await read(await serve(page(bytes, { 'content-type': 'text/html; charset=nonsense' })))).toMatchObject({
    text: words,
  })
  expect(await read(await serve(page('niños', html)))).toMatchObject({ text: 'niños' })
  const meta = Buffer.concat([
    Buffer.from('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'),
    bytes,
  ])
  expect(await read(await serve(page(meta, html)))).toMatchObject({ text: expect.stringContaining('niños') })
})

test('a redirect in the page’s markup is not followed', async () => {
  const html = '<meta http-equiv="refresh" content="0; url=http://127.0.0.1/">here'
  expect(await read(await serve(page(html)))).toMatchObject({ text: html })
})

test('an HTTP error has its status and URL', async () => {
  const origin = await serve((req, res) =>
    req.url === '/a' ? res.writeHead(302, { location: '/gone' }).end() : res.writeHead(410).end(),
  )
  const error = await fetchDocument(`${origin}/a`, { allowed: [origin] }).catch((error: Unreadable) => error)
  expect(error).toMatchObject({
    failure: { code: 'status', detail: '410' },
    reached: { url: `${origin}/gone`, status: 410 },
  })
})

test('a refused connection is reported', async () => {
  const origin = await serve(() => {})
  open.pop()!.close()
  expect(await read(origin)).toBe('unreachable')
})

test('a link check sends HEAD and falls back to GET, without a download', async () => {
  const asked: string[] = []
  const origin = await serve((req, res) => {
    asked.push(`${req.method} ${req.url}`)
    if (req.url === '/gone') res.writeHead(404).end()
    else if (req.method === 'HEAD' && req.url === '/odd') res.writeHead(405).end()
    else page('x'.repeat(100))(req, res)
  })
  const limits = { allowed: [origin] }
  expect(await checkAddress(`${origin}/good`, limits)).toEqual({ status: 200, finalUrl: `${origin}/good` })
  expect(await checkAddress(`${origin}/odd`, limits)).toMatchObject({ status: 200 })
  expect(await checkAddress(`${origin}/gone`, limits)).toMatchObject({ status: 404 })
  expect(asked).toEqual(['HEAD /good', 'HEAD /odd', 'GET /odd', 'HEAD /gone', 'GET /gone'])
})
