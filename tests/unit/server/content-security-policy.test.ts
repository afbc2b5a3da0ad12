import { readFileSync, readdirSync } from 'node:fs'
import { join, posix } from 'node:path'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { InlineScript } from '@/components/public/layout/inline-script'
import { INLINE_SCRIPTS } from '@/components/public/layout/inline-scripts'
import { ROOT } from '@/scripts/paths'
import { hashOf, pagePolicy } from '@/server/stages/content-security-policy'

const scriptSources = (policy: string) => /script-src ([^;]*)/.exec(policy)![1]!.split(' ')

test('the CSP of a page allows nothing unsafe, and framing only on request', () => {
  const policy = pagePolicy("'none'")
  expect(policy).toMatch(/^default-src 'none'; script-src 'self' ('sha256-[^']+' ?)+; style-src 'self'/)
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toMatch(/unsafe|\*|nonce/)
  expect(pagePolicy('*')).toContain('frame-ancestors *')
})

test('the CSP allows the inline scripts of the site and no other', () => {
  const expected = ["'self'", ...Object.values(INLINE_SCRIPTS).map(hashOf)]
  expect(scriptSources(pagePolicy("'none'"))).toEqual(expected)
  expect(scriptSources(pagePolicy("'none'", 'abc'))).toEqual([...expected, "'nonce-abc'"])
})

describe.each(Object.keys(INLINE_SCRIPTS) as (keyof typeof INLINE_SCRIPTS)[])('the inline script %s', (name) => {
  test('is rendered as it was hashed', () => {
    const html = renderToStaticMarkup(InlineScript({ name }))
    const [, code] = /^<script>([^]*)<\/script>$/.exec(html)!
    expect(scriptSources(pagePolicy("'none'"))).toContain(hashOf(code!))
  })
})

const files = ['app', 'components'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tsx'))
    .map((path) => posix.join(folder, path.replaceAll('\\', '/'))),
)

test('no other component renders an inline script that a browser would run', () => {
  const found = files.flatMap((file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(/<script\b[^>]*>/gi)].map(([tag]) => [file, tag] as const),
  )
  const inline = found.filter(([, tag]) => !/\ssrc=|type="application\/(ld\+)?json"/.test(tag))
  expect(inline.map(([file]) => file)).toEqual(['components/public/layout/inline-script.tsx'])
  expect(found.length).toBeGreaterThan(3)
})
