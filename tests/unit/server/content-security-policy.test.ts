import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { inlineScriptHashes, pagePolicy } from '@/server/stages/content-security-policy'

const hashesIn = (html: string) => inlineScriptHashes(Buffer.from(html))
const hashOf = (code: string) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`

describe('the inline scripts of a page', () => {
  test('are hashed verbatim, each once, in order', () => {
    const html = '<script>\n a("é") </script><p>x</p><SCRIPT id="b" async>b()</SCRIPT ><script>\n a("é") </script>'
    expect(hashesIn(html)).toEqual([hashOf('\n a("é") '), hashOf('b()')])
  })
  test('do not include scripts with a src', () => {
    expect(hashesIn('<script src="/a.js"></script><script async src=/b.js></script>')).toEqual([])
  })
  test('do not include data', () => {
    const data = ['application/ld+json', 'application/json', 'text/template']
    expect(hashesIn(data.map((type) => `<script type="${type}">{}</script>`).join(''))).toEqual([])
  })
  test.each(['module', 'text/javascript', 'application/javascript', 'speculationrules', ' '])(
    'include scripts of the executable type "%s"',
    (type) => expect(hashesIn(`<script type='${type}'>go()</script>`)).toEqual([hashOf('go()')]),
  )
  test('are found if an attribute only resembles src', () => {
    expect(hashesIn('<script data-src="x">go()</script>')).toEqual([hashOf('go()')])
  })
})

test('the CSP of a page allows nothing unsafe, and framing only on request', () => {
  const policy = pagePolicy(["'sha256-x'"], "'none'")
  expect(policy).toContain("default-src 'none'; script-src 'self' 'sha256-x'; style-src 'self'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toMatch(/unsafe|\*/)
  expect(pagePolicy([], '*')).toContain('frame-ancestors *')
})
