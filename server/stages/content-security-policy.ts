import { createHash, randomBytes } from 'node:crypto'
import { INLINE_SCRIPTS } from '@/components/public/layout/inline-scripts'
import { isHtml } from '@/server/content-type'
import type { BodyStep, Exchange, Stage } from '@/server/exchange'

/** The CSP source of an inline script. */
export const hashOf = (code: string): string => `'sha256-${createHash('sha256').update(code).digest('base64')}'`

/** The scripts that our code renders. What else is found in a finished page gets no hash, whoever put it there. */
const HASHES = Object.values(INLINE_SCRIPTS).map(hashOf)

const scriptSources = (nonce: string | null): string =>
  ["'self'", ...HASHES, ...(nonce ? [`'nonce-${nonce}'`] : [])].join(' ')

/** The policy of a page: resources of this site, the site's inline scripts, and those with the nonce of the response. */
export const pagePolicy = (
  frameAncestors: string,
  nonce: string | null = null,
  sources: Record<string, string> = {},
): string =>
  Object.entries({
    'default-src': "'none'",
    'script-src': scriptSources(nonce),
    'style-src': "'self'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'manifest-src': "'self'",
    'form-action': "'self'",
    'base-uri': "'none'",
    'frame-ancestors': frameAncestors,
    ...sources,
  })
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')

/** The policy of responses other than pages: opened directly (an SVG, say), they load and run nothing. */
export const dataPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"

export const contentSecurityPolicy: BodyStep = {
  name: 'content-security-policy',
  run: ({ res, info, nonce }, body) => {
    if (isHtml(res)) res.setHeader('Content-Security-Policy', pagePolicy(info.policy.frameAncestors, nonce))
    return body
  },
}

/**
 * The policy in development, relaxed only as far as `next dev` needs it: React evaluates code for its stack traces, the
 * error overlay has inline styles, and hot reload uses a WebSocket.
 */
export const devContentSecurityPolicy: BodyStep = {
  name: 'content-security-policy',
  run: ({ res, info, nonce }, body) => {
    if (isHtml(res)) {
      const scripts = `${scriptSources(nonce)} 'unsafe-eval'`
      const sources = { 'script-src': scripts, 'style-src': "'self' 'unsafe-inline'", 'connect-src': "'self' ws:" }
      res.setHeader('Content-Security-Policy', pagePolicy(info.policy.frameAncestors, nonce, sources))
    }
    return body
  },
}

/**
 * Gives Next a nonce for the scripts that it renders itself, where they are not stripped. Next takes it from the
 * Content-Security-Policy of the request, so one that a client sent is removed first.
 */
const giveNonce = (exchange: Exchange, needsNonce: boolean): void => {
  const { headers } = exchange.req
  delete headers['content-security-policy']
  delete headers['content-security-policy-report-only']
  if (!needsNonce) return
  exchange.nonce = randomBytes(16).toString('base64')
  headers['content-security-policy'] = `script-src 'nonce-${exchange.nonce}'`
}

export const scriptNonce: Stage = {
  name: 'script-nonce',
  run: (exchange) => giveNonce(exchange, !exchange.info.policy.stripClientRuntime),
}

/** In development Next's scripts are on every page. */
export const devScriptNonce: Stage = { name: 'script-nonce', run: (exchange) => giveNonce(exchange, true) }
