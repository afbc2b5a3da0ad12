import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Counts = { requests: number; statuses: Record<string, number>; failed: string[] }

export type Proxy = { origin: string; counts: Counts; close: () => void }

type Options = {
  /** The port of the site. */
  to: number
  /** The cookies of somebody who is signed in, asked for again when the site leads to sign-in. */
  signIn?: () => Promise<string>
}

/**
 * Counts what the site answers. It sends each request as another caller, so that a limit for one address hides nothing
 * from a scanner, and each form as sent by the site's own page, which scanners don't say.
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
    // A scanner that can't read what is compressed asks for it all the same.
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
