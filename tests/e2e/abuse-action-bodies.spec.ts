import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { ROOT } from '@/scripts/paths'
import { cases } from '@/tests/fixtures/thorough'
import { actionBody } from './action-bodies'
import { expect, test } from './admin'

type Manifest = { node: Record<string, { workers: Record<string, unknown> }> }

const actions = () => {
  const { node } = JSON.parse(
    readFileSync(join(ROOT, '.next/server/server-reference-manifest.json'), 'utf8'),
  ) as Manifest
  return Object.entries(node).map(([id, { workers }]) => ({ id, pages: Object.keys(workers) }))
}

/** The actions of a page first, and some of other pages, which Next forwards there. */
const idsFor = (page: string): string[] => {
  const own = actions().filter(({ pages }) => pages.some((one) => one.includes(page)))
  return [...own, ...actions().slice(0, 3)].map(({ id }) => id)
}

let callers = 0

for (const [path, page] of [
  ['/suggest', '/suggest/page'],
  ['/es/suggest', '/suggest/page'],
  ['/admin/sign-in', '/sign-in/page'],
  ['/admin/sign-in/code', '/sign-in/code/page'],
  ['/admin/join/x', '/join/'],
] as const)
  test(`no generated body of a server action causes a server error: ${path}`, async ({ request, baseURL }) => {
    const bodies = fc.sample(actionBody(idsFor(page)), cases(120).numRuns)
    const failed: string[] = []
    const statuses = new Map<number, number>()
    for (const { headers, body, told } of bodies) {
      // Each from its own address, so that no limit hides what is behind it.
      const caller = { 'x-forwarded-for': `198.19.${callers >> 8}.${callers++ & 255}`, origin: baseURL! }
      const answer = await request.post(path, { headers: { ...headers, ...caller }, data: body, maxRedirects: 0 })
      statuses.set(answer.status(), (statuses.get(answer.status()) ?? 0) + 1)
      if (answer.status() >= 500) failed.push(`${answer.status()} ${told}`)
    }
    expect(failed).toEqual([])
    expect(statuses.get(400) ?? 0).toBeGreaterThan(0)
    expect((await request.get(path, { maxRedirects: 0 })).status()).toBeLessThan(500)
    console.log(`${bodies.length} generated bodies at ${path}: ${JSON.stringify([...statuses])}`)
  })
