import { createHash } from 'node:crypto'

const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script\s*>/gi
const attribute = (name: string) =>
  new RegExp(`(?:^|\\s)${name}(?:\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+)))?`, 'i')
const SRC = attribute('src')
const TYPE = attribute('type')

/** The types whose content a browser runs or obeys; all others, such as application/ld+json, are data. */
const RUNS = /^(|module|importmap|speculationrules|(text|application)\/(java|ecma|x-java|x-ecma)script)$/i

/** The CSP sources ('sha256-…') of the inline scripts in a page, in order, each once. */
export function inlineScriptHashes(page: Buffer): string[] {
  const hashes = new Set<string>()
  // A character for each byte: what is looked for is ASCII, and to read all of a page as words takes thirty times as long.
  for (const [, attributes = '', code = ''] of page.toString('latin1').matchAll(SCRIPT)) {
    const [, double, single, bare] = TYPE.exec(attributes) ?? []
    if (SRC.test(attributes) || !RUNS.test((double ?? single ?? bare ?? '').trim())) continue
    hashes.add(`'sha256-${createHash('sha256').update(code, 'latin1').digest('base64')}'`)
  }
  return [...hashes]
}

/** What a page may load: its own scripts, styles, fonts and images, and the inline scripts it was made with. */
export const pagePolicy = (hashes: string[], framedBy: string): string =>
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
    'frame-ancestors': framedBy,
  })
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')

/** For what is not a page: opened by itself (an SVG, say) it loads and runs nothing. */
export const dataPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"
