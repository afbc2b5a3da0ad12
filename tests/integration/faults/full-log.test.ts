import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isDatabaseUnavailable } from '@/lib/platform/database/availability'
import { sql } from '@/lib/platform/database/sql'
import { idFor } from '@/lib/platform/publishing/ids'
import { connected } from '@/scripts/postgres/databases'
import { inputs, publishOne } from '../world'
import { type SiteOnDisk, siteOnDisk } from './site-on-disk'
import { wrongIn } from './whole'

let site: SiteOnDisk
beforeAll(async () => {
  site = await siteOnDisk({ size: '96m', part: 'pg_wal' })
}, 120_000)
afterAll(() => site.end())

const published: string[] = []
const publish = async (number: number): Promise<boolean> => {
  const id = idFor('labels', `written ${number}`)
  try {
    await publishOne('labels', id, { ...inputs.labels, words: `label ${number}` })
    published.push(id)
    return true
  } catch (error) {
    expect(isDatabaseUnavailable(error), String(error)).toBe(true)
    return false
  }
}

/** Leaves less of the log that is there to be written into: each goes on in the next of its files. */
const useUp = () => connected(site.url, (client) => client.query('SELECT pg_switch_wal()')).catch(() => null)

test('a database that has no disk space for its log stops itself, and with space again has all that was acknowledged', async () => {
  const before = published.length
  const meanwhile = await site.readers.during(async () => {
    // Where no disk can be had, it stops as it would.
    if (site.disk.real) await site.disk.fill()
    else await site.disk.database.kill()
    for (let number = 0, refused = 0; number < 60 && refused < 3; number++) {
      if (!(await publish(number))) refused += 1
      await useUp()
    }
    await sleep(1_000)
  })
  const ended = !site.disk.database.isThere()
  if (site.disk.real) await site.disk.free()
  if (ended) await site.disk.database.start()
  await expect.poll(() => publish(1_000 + published.length), { timeout: 20_000, interval: 500 }).toBe(true)
  const after = await site.readers.during(() => sleep(500))
  console.log(`no space for the log (${site.disk.real ? 'a real disk' : 'the database is stopped'}):`, {
    ended,
    published: published.length,
    meanwhile,
    after,
  })
  expect([meanwhile.wrong, after.wrong, after.later]).toEqual([[], [], 0])
  expect([meanwhile.later > 0, after.answered > 0]).toEqual([true, true])
  const kept = await sql`SELECT id FROM label WHERE id = ANY(${published})`.rows()
  expect([kept.length, published.length > before]).toEqual([published.length, true])
  expect(await wrongIn(site.url)).toEqual([])
}, 120_000)
