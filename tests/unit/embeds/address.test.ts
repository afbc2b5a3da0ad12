import { expect, test } from 'vitest'
import { embedLine, embedPath } from '@/lib/features/embeds/address'

test.each([
  ['/statements', '/embed/statements'],
  ['/statements?state=TX&sort=oldest&after=abc', '/embed/statements?state=TX&sort=oldest'],
  ['/policies?view=table&columns=status', '/embed/policies?view=table&columns=status'],
  ['/map', '/embed/map'],
  ['/map?topic=detainers', '/embed/map?topic=detainers'],
  ['/tx', '/embed/map?state=tx'],
  ['/tx?topic=detainers&after=x', '/embed/map?state=tx&topic=detainers'],
  ['/statements/0123456789-ana-pena', '/embed/statements/0123456789'],
  ['/statements/0123456789-ana-pena?version=1', '/embed/statements/0123456789'],
])('%s is shown elsewhere by %s', (page, embed) => expect(embedPath(page)).toBe(embed))

test.each(['/', '/about', '/zz', '/tx/el-paso', '/statements/nothing', '/statements/0123456789/more', '', 'x'])(
  '%s cannot be embedded',
  (page) => expect(embedPath(page)).toBeNull(),
)

test('a title cannot break out of its attribute', () => {
  const line = embedLine({ embed: '/embed/statements?q=a&state=TX', title: '5 with “""><script>”', lang: 'es' })
  expect(line).toContain('/es/embed/statements?q=a&amp;state=TX"')
  expect(line).toContain('title="5 with “&quot;&quot;&gt;&lt;script&gt;”"')
  expect(line.split('\n')).toHaveLength(1)
})
