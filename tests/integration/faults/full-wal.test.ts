import { afterAll, beforeAll, expect, test } from 'vitest'
import { isDatabaseUnavailable } from '@/lib/platform/database/availability'
import { sql } from '@/lib/platform/database/sql'
import { idFor } from '@/lib/platform/publishing/ids'
import { withConnection } from '@/scripts/postgres/databases'
import { until } from '@/tests/fixtures/until'
import { inputs, publishOne } from '../world'
import { inconsistencies } from './consistency'
import { moreRetryLater } from './readers'
import { type SiteOnDisk, siteOnDisk } from './site-on-disk'

let site: SiteOnDisk | undefined
beforeAll(async () => {
  site = await siteOnDisk({ size: '96m', part: 'pg_wal' })
})
afterAll(() => site?.close())

const acknowledged: string[] = []
const publishLabel = async (number: number): Promise<boolean> => {
  const id = idFor('labels', `written ${number}`)
  try {
    await publishOne('labels', id, { ...inputs.labels, words: `label ${number}` })
    acknowledged.push(id)
    return true
  } catch (error) {
    expect(isDatabaseUnavailable(error), String(error)).toBe(true)
    return false
  }
}

/** Makes PostgreSQL begin the next WAL file, so that the space runs out sooner. */
const switchWal = () => withConnection(site!.url, (client) => client.query('SELECT pg_switch_wal()')).catch(() => null)

test('a database without space for its WAL stops, and with space again it has everything acknowledged', async () => {
  const { disk, readers, url } = site!
  const before = acknowledged.length
  const meanwhile = await readers.during(async (counts) => {
    // Without a real disk, the database is stopped instead.
    if (disk.real) await disk.fill()
    else await disk.database.kill()
    for (let number = 0, rejected = 0; number < 60 && rejected < 3; number++) {
      if (!(await publishLabel(number))) rejected += 1
      await switchWal()
    }
    await moreRetryLater(counts)
  })
  const ended = !disk.database.isThere()
  if (disk.real) await disk.free()
  if (ended) await disk.database.start()
  await until('publishing goes on', () => publishLabel(1_000 + acknowledged.length))
  const after = await readers.read()
  console.log(`no space for the WAL (${disk.real ? 'tmpfs' : 'simulated'}):`, {
    ended,
    published: acknowledged.length,
    meanwhile,
    after,
  })
  expect([meanwhile.wrong, after.wrong, after.retryLater]).toEqual([[], [], 0])
  expect([meanwhile.retryLater > 0, after.ok > 0]).toEqual([true, true])
  const stored = await sql`SELECT id FROM label WHERE id = ANY(${acknowledged})`.rows()
  expect([stored.length, acknowledged.length > before]).toEqual([acknowledged.length, true])
  expect(await inconsistencies(url)).toEqual([])
})
