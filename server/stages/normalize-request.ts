import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
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

/** Range and conditional request headers. They are removed, because the cache needs complete responses. */
const PARTIAL = ['range', 'if-range', 'if-match', 'if-unmodified-since', 'if-modified-since']

const FILE = /\.(csv|json|xlsx|zip)$/

/** Removes the headers that a public page may not depend on. */
export function normalizePublicRequest(req: IncomingMessage, isFile: boolean): void {
  for (const name of ['cookie', ...PARTIAL, ...NAVIGATION]) delete req.headers[name]
  // A file too long to buffer computes its own ETag and answers 304 itself.
  if (!isFile) delete req.headers['if-none-match']
  // Next varies its output for clients without a known user agent.
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
  run: ({ req, info: { method, url, path, policy, isBuildAsset } }) => {
    stripInternalHeaders(req.headers)
    if (method === 'POST') setTrustedOrigin(req.headers)
    if (!path.startsWith('/api/')) req.url = url
    if (isBuildAsset) for (const name of [...PARTIAL, 'if-none-match']) delete req.headers[name]
    else if (policy.public) normalizePublicRequest(req, FILE.test(path))
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
