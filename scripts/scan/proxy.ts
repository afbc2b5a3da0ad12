import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Counts = { requests: number; statuses: Record<string, number>; failed: string[] }

export type Proxy = { origin: string; counts: Counts; close: () => void }

type Options = {
  /** The port of the site. */
  to: number
  /** Returns the cookies of a signed-in account. Called again when the site redirects to sign-in. */
  signIn?: () => Promise<string>
}

/**
 * Counts the site's responses. It sends each request from a different client address, so that rate limits hide nothing
 * from a scanner, and sets the headers that same-origin form posts have, because scanners omit them.
 */
export async function countingProxy({ to, signIn }: Options): Promise<Proxy> {
  const counts: Counts = { requests: 0, statuses: {}, failed: [] }
  const site = `http://localhost:${to}`
  let cookie = await signIn?.()
  let signingIn: Promise<void> | undefined

  const again = async () => {
    cookie = await signIn!()
    signingIn = undefined
  }

  const server = createServer((req, res) => {
    // Scanners accept compressed responses even if they can't read them.
    const { host, 'accept-encoding': _, ...given } = req.headers
    const from = counts.requests++
    const headers = {
      ...given,
      host: `localhost:${to}`,
      'x-forwarded-for': `198.18.${(from >> 8) & 255}.${from & 255}`,
      ...(req.method === 'POST' && { origin: site }),
      ...(cookie && { cookie: [given.cookie, cookie].filter(Boolean).join('; ') }),
    }
    const asked = request({ host: '127.0.0.1', port: to, path: req.url, method: req.method, headers }, (answer) => {
      const status = answer.statusCode!
      counts.statuses[status] = (counts.statuses[status] ?? 0) + 1
      if (status >= 500) counts.failed.push(`${status} ${req.method} ${req.url?.slice(0, 300)}`)
      const { location, ...rest } = answer.headers
      if (signIn && location?.includes('/admin/sign-in')) signingIn ??= again()
      const leads = location && { location: location.replace(site, `http://${host}`) }
      res.writeHead(status, { ...rest, ...leads })
      answer.pipe(res)
    })
    asked.on('error', () => {
      counts.failed.push(`no answer to ${req.method} ${req.url?.slice(0, 300)}`)
      res.destroy()
    })
    req.pipe(asked)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, counts, close }
}
