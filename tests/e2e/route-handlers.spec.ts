import { type IncomingHttpHeaders, request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { operations } from '@/lib/features/api/operations'
import { throughNextPort } from './through-next'

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer }
type TestRequest = { path: string; method?: string; headers?: Record<string, string> }

const decoded = (body: Buffer, encoding = ''): Buffer => {
  if (body.length === 0) return body
  return encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body
}

const ask = (port: number, { path, method = 'GET', headers = {} }: TestRequest) =>
  new Promise<Answer>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (res) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject)
      res.on('end', () => {
        // The bytes of the body are compared; our own server knows its length more often, and compresses with less effort.
        const { date: _d, connection: _c, 'content-length': _l, 'transfer-encoding': _t, ...own } = res.headers
        const encoding = own['content-encoding']
        resolve({ status: res.statusCode!, headers: own, body: decoded(Buffer.concat(chunks), encoding) })
      })
    })
    sent.on('error', reject).end()
  })

/** Compares our server's response with Next's response of the same handler. */
const both = async (baseURL: string, sent: TestRequest): Promise<[ours: Answer, next: Answer]> => {
  const port = Number(new URL(baseURL).port)
  return Promise.all([ask(port, sent), ask(throughNextPort(port), sent)])
}

const idIn = async (baseURL: string, type: string): Promise<string> => {
  const { body } = await ask(Number(new URL(baseURL).port), { path: `/api/v1/${type}?size=1` })
  return JSON.parse(body.toString()).data[0].id
}

// Each request has a different client address, so that no rate limit applies.
const from = (n: number) => ({ 'x-forwarded-for': `198.51.100.${n}` })

for (const [n, { id, base = '/api/v1', example }] of operations().entries())
  test(`${id} matches Next’s response for every method, encoding and condition`, async ({ baseURL }) => {
    const type = id.replace(/^(list|get|versions)-/, '')
    const address = base + example.replace('{id}', example.includes('{id}') ? await idIn(baseURL!, type) : '')
    const withUnknownParameter = `${address}${address.includes('?') ? '&' : '?'}colour=red`
    const [{ headers }] = await both(baseURL!, { path: address, headers: from(n) })
    const requests: TestRequest[] = [
      { path: address },
      { path: withUnknownParameter },
      { path: address, headers: { 'accept-encoding': 'br' } },
      { path: address, headers: { 'accept-encoding': 'gzip', 'if-none-match': headers.etag ?? '"none"' } },
      ...['HEAD', 'OPTIONS', 'POST', 'DELETE'].map((method) => ({ path: address, method })),
    ]
    for (const sent of requests) {
      const [ours, next] = await both(baseURL!, { ...sent, headers: { ...sent.headers, ...from(n) } })
      expect(ours, JSON.stringify(sent)).toEqual(next)
    }
  })

const FILES = [
  '/statements.csv?state=TX',
  '/es/statements.csv?size=2&bom=1',
  '/statements.xlsx?state=TX',
  '/statements.json?state=TX&size=3',
  '/statements.atom',
  '/es/statements.feed.json?state=TX',
  '/about/corrections.atom',
  '/tx/el-paso.json',
  '/tx/nothing.json',
  '/nothing.csv',
  '/statements.csv?state=XX',
  '/data/nothing.zip',
  '/en/statements.csv',
  '/download/statements.csv',
  '/embed/data.zip',
  '/api/v1/statements/',
  '/api//v1',
  '/api/v1/statement%73?size=1',
  '/api/v1/nothing/x/y/z',
  '/api/nothing',
  '/api/suggest?q=el',
  '/api/health',
  '/sitemap.xml',
  '/sitemap.xml?type=statements&part=1',
  '/sitemap.xml?type=nothing',
]

for (const [n, path] of FILES.entries())
  test(`${path} matches Next’s response`, async ({ baseURL }) => {
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST']) {
      const [ours, next] = await both(baseURL!, { path, method, headers: from(100 + n) })
      expect(ours, method).toEqual(next)
    }
  })
