import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { createRequestHandler } from '@/server/pipeline'

test('a started download may take longer than a page', async () => {
  const handler = createRequestHandler(
    async (_req, res) => {
      res.setHeader('Content-Disposition', 'attachment')
      res.write('first,')
      await new Promise((resolve) => setTimeout(resolve, 150))
      res.end('last')
    },
    { https: false, timeLimitMs: 40, onFailure: () => {} },
  )
  const server = createServer((req, res) => void handler(req, res))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const body = await new Promise<string>((resolve, reject) => {
    get({ port, host: '127.0.0.1', path: '/big.csv' }, (res) => {
      let text = ''
      res.on('data', (chunk) => (text += chunk)).on('end', () => resolve(text))
    }).on('error', reject)
  })
  server.close()
  expect(body).toBe('first,last')
})
