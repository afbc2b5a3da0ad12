import { describe, expect, test, vi } from 'vitest'
import { GET as pictureOf } from '@/app/og/card.png/route'
import { GET as sitemap } from '@/app/sitemap.xml/route'
import { RECORD_TYPE_NAMES, RECORD_TYPES } from '@/lib/records/registry'
import { withdrawRecord } from '@/lib/features/editing/commands'
import { recordAt } from '@/lib/features/social-preview/queries'
import { sitemapParts, sitemapRecords } from '@/lib/features/sitemap/queries'
import { settings } from '@/lib/platform/settings/settings'
import { testDatabase } from '@/tests/integration/database'
import { ids, inputs, makeWorld, publishOne } from '@/tests/integration/world'

const db = await testDatabase()
await makeWorld()
const before = await livePaths()
await withdrawRecord({ id: 'e', role: 'editor' }, { type: 'labels', id: ids.label, reason: { en: 'For this test.' } })

/** The paths of all published records, from their tables alone. */
async function livePaths(): Promise<string[]> {
  const tables = Object.values(RECORD_TYPES).map(({ table }) => `SELECT path FROM "${table}"`)
  return (await db.pool.query<{ path: string }>(tables.join(' UNION ALL '))).rows.map(({ path }) => path).toSorted()
}

const named = async (size: number): Promise<string[]> => {
  const parts = await sitemapParts(size)
  const records = await Promise.all(parts.map(({ type, part }) => sitemapRecords(type, part, size)))
  return records.flatMap((some) => some.map(({ path }) => path)).toSorted()
}

describe('the sitemap', () => {
  test('covers every record type', () =>
    expect([...RECORD_TYPE_NAMES].toSorted()).toEqual(Object.keys(RECORD_TYPES).toSorted()))

  test.each([1, 2, 2_500])(
    'lists every live record once and no withdrawn one, with %i records a file',
    async (size) => {
      const live = await livePaths()
      expect(live).toHaveLength(before.length - 1)
      expect(await named(size)).toEqual(live)
    },
  )

  test('gives the time of the last change in each file', async () => {
    await publishOne('organizations', ids.police, { ...inputs.organizations, aliases: [] }, 1)
    const { rows } = await db.pool.query<{ updated_at: Date }>('SELECT updated_at FROM organization')
    const part = (await sitemapParts()).find(({ type }) => type === 'organizations')
    expect(part).toEqual({ type: 'organizations', part: 1, updatedAt: rows[0]!.updated_at })
  })

  const get = async (query = '') => sitemap(new Request(`${settings().siteUrl}/sitemap.xml${query}`))
  const addresses = (xml: string) =>
    [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map((match) => match[1]!.replaceAll('&amp;', '&'))

  test('has an index of files that together list each record in both languages', async () => {
    const files = addresses(await (await get()).text())
    const pages = await Promise.all(
      files.map(async (file) => addresses(await (await get(new URL(file).search)).text())),
    )
    const paths = pages.flat().map((address) => address.slice(settings().siteUrl.length))
    expect(new Set(paths).size).toBe(paths.length)
    expect(paths).toEqual(expect.arrayContaining((await livePaths()).flatMap((path) => [path, `/es${path}`])))
    expect(paths).toEqual(expect.arrayContaining(['/', '/es', '/about', '/es/timeline', '/statements', '/es/labels']))
  })

  test.each([
    '?type=labels&part=1',
    '?type=statements',
    '?type=statements&part=2',
    '?type=statements&part=0',
    '?type=x',
  ])('%s is not found', async (query) => expect((await get(query)).status).toBe(404))
})

describe('the social preview image', () => {
  const get = (query: string) => pictureOf(new Request(`${settings().siteUrl}/og/card.png?${query}`))
  const statement = async () => (await db.pool.query<{ path: string }>('SELECT path FROM statement')).rows[0]!.path

  test('is a PNG of 1200 by 630, rendered without network requests', async () => {
    const { fetch } = globalThis
    const asked: string[] = []
    const spy = vi.spyOn(globalThis, 'fetch').mockImplementation(async (from, options) => {
      if (String(from).startsWith('data:')) return fetch(from, options)
      asked.push(String(from))
      throw new Error('A test has no network.')
    })
    for (const page of ['/', '/es/tx/el-paso', await statement()]) {
      const answer = await get(`page=${page}`)
      const bytes = Buffer.from(await answer.arrayBuffer())
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png'])
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630])
    }
    spy.mockRestore()
    expect(asked).toEqual([])
  })

  test.each(Object.values(RECORD_TYPES).map(({ name, table }) => [name, table]))(
    'exists for a record of %s',
    async (type, table) => {
      const { rows } = await db.pool.query<{ path: string }>(`SELECT path FROM "${table}" LIMIT 1`)
      if (type === 'labels') return expect(rows).toEqual([])
      expect((await get(`page=${rows[0]!.path}`)).status).toBe(200)
    },
  )

  test('is immutable with a version, and not without', async () => {
    expect((await get('page=/tx&v=1')).headers.get('cache-control')).toContain('immutable')
    expect((await get('page=/tx')).headers.get('cache-control')).not.toContain('immutable')
    expect((await get('page=/tx&v=2')).status).toBe(404)
  })

  test('at an old path redirects to the new one', async () => {
    const path = await statement()
    const answer = await get(`page=/es${path.slice(0, -3)}&v=1`)
    expect([answer.status, answer.headers.get('location')]).toEqual([308, `/og/card.png?page=/es${path}&v=1`])
  })

  test.each([
    '',
    'page=',
    'page=tx',
    'page=/zz',
    'page=/tx/nowhere',
    'page=/tx/el-paso/more',
    `page=/labels/${ids.label}`,
    `page=/statements/${'0'.repeat(10)}`,
    'page=/constructor/0000000000',
    'page=/tx&v=0',
    'page=/tx&v=-1',
    'page=/tx&v=1e9',
    'page=/tx%00',
    'page=//evil.example',
    'page=/%F0%9F%99%82',
    `page=/${'a'.repeat(250)}`,
  ])('does not exist at %s', async (query) => expect((await get(query)).status).toBe(404))

  test('finds a record of any type by its path', async () => {
    expect(await recordAt('/tx/el-paso')).toMatchObject({ status: 'found', of: { type: 'jurisdictions' } })
    expect(await recordAt(await statement())).toMatchObject({ status: 'found', of: { type: 'statements' } })
  })
})
