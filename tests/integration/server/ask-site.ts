import { createServer, request, type IncomingHttpHeaders, type RequestOptions } from 'node:http'
import type { AddressInfo } from 'node:net'
import { vi } from 'vitest'
import { createRequestHandler } from '@/server/pipeline'
import type { Handler } from '@/server/stages/respond'

export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer }

/** Sends one request to a site that serves `page`. */
export const ask = (
  page: Handler,
  path = '/',
  options: RequestOptions = {},
  onFailure = vi.fn(),
  timeLimitMs?: number,
) => askSite(createRequestHandler(page, { https: false, onFailure, timeLimitMs }), path, options)

export async function askSite(handler: Handler, path = '/', options: RequestOptions = {}) {
  const server = createServer((req, res) => void handler(req, res))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  try {
    return await new Promise<Answer>((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, path, ...options }, (res) => {
        const chunks: Buffer[] = []
        res.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject)
        res.on('end', () => resolve({ status: res.statusCode!, headers: res.headers, body: Buffer.concat(chunks) }))
      })
      sent.on('error', reject).end()
    })
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

export const page =
  (body: string, headers: Record<string, string> = {}, status = 200): Handler =>
  async (_req, res) => {
    res.statusCode = status
    res.setHeader('Content-Type', 'text/html; charset=utf-8')
    for (const [name, value] of Object.entries(headers)) res.setHeader(name, value)
    for (const part of body.match(/.{1,400}/gs) ?? []) res.write(part)
    res.end()
  }
