import type { IncomingMessage } from 'node:http'
import { hostName, isOwnHost } from '@/lib/platform/http/own-hosts'
import type { Rejection, Stage } from '@/server/exchange'
import { isHealthPath } from './error-log'

/**
 * Rejects a request for a host that is not ours: a stranger's domain that leads here (DNS rebinding), or a header that a
 * proxy and this server would read differently.
 */
export function validateHost({
  headers,
  rawHeaders,
}: Pick<IncomingMessage, 'headers' | 'rawHeaders'>): Rejection | null {
  // Node keeps the first of several Host headers.
  let count = 0
  for (let at = 0; at < rawHeaders.length; at += 2) if (rawHeaders[at]!.toLowerCase() === 'host') count += 1
  const name = count === 1 ? hostName(headers.host ?? '') : null
  if (name === null) return { status: 400, message: 'The Host header is missing, repeated or malformed.' }
  if (isOwnHost(name)) return null
  return {
    status: 421,
    message:
      'This server does not answer for this host name. Its operator names its hosts by SITE_URL and ALLOWED_HOSTS.',
  }
}

/** Load balancers ask for the health check by the server's own address. */
export const checkHost: Stage = {
  name: 'check-host',
  run: ({ req, info }) => (isHealthPath(info.path) ? null : validateHost(req)),
}
