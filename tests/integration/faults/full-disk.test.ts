import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SYSTEM } from '@/lib/platform/commands/permissions'
import { isDatabaseUnavailable } from '@/lib/platform/database/availability'
import { sql } from '@/lib/platform/database/sql'
import { importBatch } from '@/lib/platform/imports/queries'
import { idFor } from '@/lib/platform/publishing/ids'
import { beginImport, stepImport } from '@/lib/features/imports/commands'
import { saveDrafts } from '@/lib/features/editing/commands'
import { EDITOR, csv, preview, runToEnd } from '../imports/importing'
import { draft, ids, inputs, publishOne } from '../world'
import { type SiteOnDisk, siteOnDisk } from './site-on-disk'
import { wrongIn } from './whole'

let site: SiteOnDisk
beforeAll(async () => {
  site = await siteOnDisk()
}, 120_000)
afterAll(() => site.end())

const ROWS = Array.from({ length: 40 }, (_, at) => [`Council ${at}`, 'Council', 'El Paso', 'TX'])
const LONG = Array.from({ length: 5_000 }, (_, at) => `word${(at * 7919) % 100_003}`).join(' ')

const published: string[] = []
const tries = { refused: 0 }
const acceptsOrRefuses = async (work: () => Promise<unknown>) => {
  try {
    await work()
    return true
  } catch (error) {
    expect(isDatabaseUnavailable(error), String(error)).toBe(true)
    tries.refused += 1
    return false
  }
}
const publish = async (number: number) => {
  const id = idFor('labels', `written ${number}`)
  if (await acceptsOrRefuses(() => publishOne('labels', id, { ...inputs.labels, words: `label ${number}` })))
    published.push(id)
}

test('a database without space refuses what is written and keeps what it has, readers are answered, and with space again all goes on', async () => {
  const file = csv(['name', 'kind', 'jurisdiction', 'jurisdiction_state'], ...ROWS)
  const batch = await preview('type-organizations', file)
  await beginImport(EDITOR, { id: batch })
  await site.disk.fill()
  const meanwhile = await site.readers.during(async () => {
    // What fits into pages that are there already is still taken.
    for (let number = 0; number < 200 && tries.refused < 20; number++) {
      await acceptsOrRefuses(() => saveDrafts(SYSTEM, { drafts: [draft('labels', ids.label, { words: LONG }, 1)] }))
      await publish(number)
      await acceptsOrRefuses(() => stepImport(EDITOR, { id: batch }))
    }
    await sleep(500)
  })
  expect(await wrongIn(site.url)).toEqual([])
  expect((await importBatch(batch))!.counts.failed).toBeUndefined()
  await site.disk.free()
  const before = published.length
  await publish(1_000)
  const { counts } = await runToEnd(batch)
  const after = await site.readers.during(() => sleep(500))
  console.log(`a disk that is full (${site.disk.real ? 'a real one' : 'as the database says it'}):`, {
    ...tries,
    published: published.length,
    meanwhile,
    after,
  })
  expect([meanwhile.wrong, after.wrong, after.later]).toEqual([[], [], 0])
  expect([tries.refused >= 20, meanwhile.answered > 0, published.length]).toEqual([true, true, before + 1])
  expect(counts).toEqual({ imported: ROWS.length })
  const kept = await sql`SELECT id FROM label WHERE id = ANY(${published})`.rows()
  expect(kept.length).toBe(published.length)
  expect(await wrongIn(site.url)).toEqual([])
}, 120_000)
