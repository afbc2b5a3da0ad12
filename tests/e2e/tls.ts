import { execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '@/scripts/paths'
import { freePort } from '@/scripts/postgres/launch'
import { test as admin } from './admin'

/** A self-signed certificate for 127.0.0.1, valid for a day. */
const certificate = () => {
  const folder = mkdtempSync(join(tmpdir(), 'local-record-tls-'))
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  try {
    const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1', '-days', '1']
    const made = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
    execFileSync('openssl', [...made, '-keyout', key, '-out', cert, ...subject], { stdio: 'ignore' })
    return { key: readFileSync(key), cert: readFileSync(cert) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A reverse proxy that terminates TLS and forwards the client address. */
async function tlsProxy(port: number): Promise<{ origin: string; close: () => void }> {
  const server = createServer(certificate(), (req, res) => {
    const headers = { ...req.headers, 'x-forwarded-for': '203.0.113.7', 'x-forwarded-proto': 'https' }
    const asked = request({ host: '127.0.0.1', port, path: req.url, method: req.method, headers }, (answer) => {
      res.writeHead(answer.statusCode!, answer.headers)
      answer.pipe(res)
    })
    asked.on('error', () => res.writeHead(502).end())
    req.pipe(asked)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { origin: `https://127.0.0.1:${(server.address() as AddressInfo).port}`, close }
}

export type Site = {
  origin: string
  /** Its URL without TLS. */
  behind: string
  /** Its process and its own database. */
  pid: number
  databaseUrl: string
  /** Its output since it was ready. */
  log: () => string
  stop: () => Promise<void>
}

/** A second server of the same build behind TLS, configured as in production. */
async function siteBehindTls(): Promise<Site> {
  const port = await freePort()
  const { origin, close } = await tlsProxy(port)
  const site = fork(join(ROOT, 'tests/e2e/tls-site.ts'), {
    cwd: ROOT,
    execArgv: ['--import', 'tsx', '--no-deprecation'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      SITE_URL: origin,
      TRUSTED_PROXIES: '127.0.0.1',
      AUTH_SECRET: 'a secret of at least thirty-two letters',
      JOBS: 'off',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let said = ''
  for (const stream of [site.stdout!, site.stderr!]) stream.on('data', (chunk) => (said += chunk))
  const ended = once(site, 'exit')
  const early = ended.then(() => Promise.reject(new Error(`It ended before it was ready: ${said}`)))
  const [databaseUrl] = (await Promise.race([once(site, 'message'), early])) as [string]
  early.catch(() => {})
  said = ''
  const stop = async () => {
    close()
    site.kill('SIGTERM')
    await ended
  }
  return { origin, behind: `http://127.0.0.1:${port}`, pid: site.pid!, databaseUrl, log: () => said, stop }
}

/** Tests with a separate site behind TLS, shared by the tests of a worker. */
export const test = admin.extend<{}, { site: Site }>({
  site: [
    // oxlint-disable-next-line no-empty-pattern -- what a fixture asks for is read from here
    async ({}, use) => {
      const site = await siteBehindTls()
      await use(site)
      await site.stop()
    },
    { scope: 'worker', timeout: 600_000 },
  ],
})

export { expect } from './admin'
