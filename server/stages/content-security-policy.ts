import { createHash } from 'node:crypto'
import { isHtml } from '@/server/content-type'
import type { BodyStep } from '@/server/exchange'

const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script\s*>/gi
const attribute = (name: string) =>
  new RegExp(`(?:^|\\s)${name}(?:\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+)))?`, 'i')
const SRC = attribute('src')
const TYPE = attribute('type')

/** The script types that a browser executes; all others, such as application/ld+json, are data. */
const EXECUTABLE = /^(|module|importmap|speculationrules|(text|application)\/(java|ecma|x-java|x-ecma)script)$/i

/** The CSP sources ('sha256-…') of the inline scripts of a page, in order, without duplicates. */
export function inlineScriptHashes(page: Buffer): string[] {
  const hashes = new Set<string>()
  // latin1 maps each byte to one character: the pattern is ASCII, and decoding UTF-8 takes thirty times as long.
  for (const [, attributes = '', code = ''] of page.toString('latin1').matchAll(SCRIPT)) {
    const [, double, single, bare] = TYPE.exec(attributes) ?? []
    if (SRC.test(attributes) || !EXECUTABLE.test((double ?? single ?? bare ?? '').trim())) continue
    hashes.add(`'sha256-${createHash('sha256').update(code, 'latin1').digest('base64')}'`)
  }
  return [...hashes]
}

/** The policy of a page: resources of this site, and the inline scripts that it was rendered with. */
export const pagePolicy = (hashes: string[], frameAncestors: string, sources: Record<string, string> = {}): string =>
  Object.entries({
    'default-src': "'none'",
    'script-src': ["'self'", ...hashes].join(' '),
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
  run: ({ res, info }, body) => {
    if (isHtml(res)) {
      const policy = pagePolicy(inlineScriptHashes(body), info.policy.frameAncestors)
      res.setHeader('Content-Security-Policy', policy)
    }
    return body
  },
}

/**
 * The policy in development, relaxed only as far as `next dev` needs it: React evaluates code for its stack traces, the
 * error overlay has inline styles, and hot reload uses a WebSocket.
 */
export const devContentSecurityPolicy: BodyStep = {
  name: 'content-security-policy',
  run: ({ res, info }, body) => {
    if (isHtml(res)) {
      const scripts = ["'self'", "'unsafe-eval'", ...inlineScriptHashes(body)].join(' ')
      const sources = { 'script-src': scripts, 'style-src': "'self' 'unsafe-inline'", 'connect-src': "'self' ws:" }
      res.setHeader('Content-Security-Policy', pagePolicy([], info.policy.frameAncestors, sources))
    }
    return body
  },
}
