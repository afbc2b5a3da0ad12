import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { site } from '@/server/pipeline'

test('a download that has begun may take longer than a page', async () => {
  const handler = site(
    async (_req, res) => {
      res.setHeader('Content-Disposition', 'attachment')
      res.write('first,')
      await new Promise((resolve) => setTimeout(resolve, 150))
      res.end('last')
    },
    { https: false, timeLimit: 40, onFailure: () => {} },
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
