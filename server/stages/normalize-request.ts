import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { settings } from '@/lib/platform/settings/settings'
import type { Stage } from '@/server/exchange'
import { setTrustedOrigin } from './csrf'

/** Only Next's client-side navigation sends these; a public page is the same document for everyone. */
const NAVIGATION = [
  'rsc',
  'next-action',
  'next-url',
  'next-router-state-tree',
  'next-router-prefetch',
  'next-router-segment-prefetch',
]

const FILE = /\.(csv|json|xlsx|zip)$/

/**
 * Leaves only what the response to a public read may depend on. Any other header could make a difference that the cache
 * then keeps for everyone: conditions and ranges, cookies, or a header whose meaning to Next is not known here.
 */
export function normalizePublicRead(req: IncomingMessage, isFile: boolean): void {
  const { 'x-forwarded-for': forwarded, 'if-none-match': ifNoneMatch } = req.headers
  req.headers = {
    host: new URL(settings().siteUrl).host,
    // Next varies its output for clients without a known user agent.
    'user-agent': 'reader',
    // Decides only whether the caller is over a limit, and that response is not kept.
    ...(forwarded !== undefined && { 'x-forwarded-for': forwarded }),
    // A file too long to buffer computes its own ETag and answers 304 itself, which is not kept.
    ...(isFile && ifNoneMatch !== undefined && { 'if-none-match': ifNoneMatch }),
  }
}

/** Removes from the form of a visitor what would make its page another document. */
function normalizePublicWrite(req: IncomingMessage): void {
  for (const name of ['cookie', ...NAVIGATION]) delete req.headers[name]
  req.headers['user-agent'] = 'reader'
}

/**
 * Next's internal headers: sent by a client, they could change its response. SITE_URL defines the public protocol. With
 * `X-Forwarded-Proto: https`, Next would use TLS to connect to this server.
 */
const INTERNAL =
  /^x-(middleware|nextjs|invoke|matched|now|prerender|vercel|original|rewrite|http-method|method|forwarded-(proto|port))/

export const stripInternalHeaders = (headers: IncomingHttpHeaders): void => {
  for (const name of Object.keys(headers)) if (INTERNAL.test(name)) delete headers[name]
}

/** Removes the headers that could make a public response differ between readers, or bypass a route. */
export const normalizeRequest: Stage = {
  name: 'normalize-request',
  run: ({ req, info: { method, isRead, url, path, policy } }) => {
    stripInternalHeaders(req.headers)
    if (method === 'POST') setTrustedOrigin(req.headers)
    req.url = url
    if (policy.public) {
      if (isRead) normalizePublicRead(req, FILE.test(path))
      else normalizePublicWrite(req)
    }
    if (method === 'HEAD') req.method = 'GET' // The same headers as GET; Node omits the body.
  },
}

/** For development: preserves the headers with which Next's client refreshes a page after an edit. */
export const normalizeDevRequest: Stage = {
  name: 'normalize-request',
  run: ({ req, info: { method, policy } }) => {
    if (method === 'POST') setTrustedOrigin(req.headers)
    if (policy.public) delete req.headers.cookie
    if (method === 'HEAD') req.method = 'GET'
  },
}
