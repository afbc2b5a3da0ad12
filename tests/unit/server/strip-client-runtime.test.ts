import { expect, test } from 'vitest'
import { withoutClientRuntime } from '@/server/stages/strip-client-runtime'

test('a stripped page keeps its text, styles and own scripts, and nothing of the framework', () => {
  const page =
    '<link rel="stylesheet" href="/_next/static/a.css"/><link rel="preload" as="script" fetchPriority="low" href="/_next/static/b.js"/>' +
    '<script src="/_next/static/b.js" async=""></script><script type="module" src="/_next/static/browser/c.js"></script><p>Words about self.__next_f</p><script>tell()</script>' +
    '<script type="application/ld+json">{"a":1}</script><script>(self.__next_f=self.__next_f||[]).push([0])</script>' +
    '<script id="_R_">(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push(["b.js"])</script>' +
    '<script>self.__next_f.push([1,"<p>x"])</script><script>self.__next_f.push([1,"y"])</script>'
  expect(withoutClientRuntime(page)).toBe(
    '<link rel="stylesheet" href="/_next/static/a.css"/><script type="module" src="/_next/static/browser/c.js"></script>' +
      '<p>Words about self.__next_f</p><script>tell()</script>' +
      '<script type="application/ld+json">{"a":1}</script>',
  )
})
