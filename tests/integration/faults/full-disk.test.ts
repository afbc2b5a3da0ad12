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
import { inconsistencies } from './consistency'
import { moreOk } from './readers'
import { type SiteOnDisk, siteOnDisk } from './site-on-disk'

let site: SiteOnDisk | undefined
beforeAll(async () => {
  site = await siteOnDisk()
})
afterAll(() => site?.close())

const ROWS = Array.from({ length: 40 }, (_, index) => [`Council ${index}`, 'Council', 'El Paso', 'TX'])
const LONG_TEXT = Array.from({ length: 5_000 }, (_, index) => `word${(index * 7919) % 100_003}`).join(' ')

const acknowledged: string[] = []
let rejected = 0

/** Runs a write. It may be rejected, but only with an error that readers get as 503. */
const tryWrite = async (write: () => Promise<unknown>): Promise<boolean> => {
  try {
    await write()
    return true
  } catch (error) {
    expect(isDatabaseUnavailable(error), String(error)).toBe(true)
    rejected += 1
    return false
  }
}
const publishLabel = async (number: number) => {
  const id = idFor('labels', `written ${number}`)
  if (await tryWrite(() => publishOne('labels', id, { ...inputs.labels, words: `label ${number}` })))
    acknowledged.push(id)
}

test('a full disk rejects writes whole, serves readers, loses nothing acknowledged, and takes writes again once there is space', async () => {
  const { disk, readers, url } = site!
  const file = csv(['name', 'kind', 'jurisdiction', 'jurisdiction_state'], ...ROWS)
  const batch = await preview('type-organizations', file)
  await beginImport(EDITOR, { id: batch })
  await disk.fill()
  const meanwhile = await readers.during(async (counts) => {
    // Writes that fit into pages with free space still succeed.
    for (let number = 0; number < 200 && rejected < 20; number++) {
      await tryWrite(() => saveDrafts(SYSTEM, { drafts: [draft('labels', ids.label, { words: LONG_TEXT }, 1)] }))
      await publishLabel(number)
      await tryWrite(() => stepImport(EDITOR, { id: batch }))
    }
    await moreOk(counts)
  })
  expect(await inconsistencies(url)).toEqual([])
  expect((await importBatch(batch))!.counts.failed).toBeUndefined()
  await disk.free()
  const before = acknowledged.length
  await publishLabel(1_000)
  const { counts } = await runToEnd(batch)
  const after = await readers.read()
  console.log(`a full disk (${disk.real ? 'tmpfs' : 'simulated'}):`, {
    rejected,
    published: acknowledged.length,
    meanwhile,
    after,
  })
  expect([meanwhile.wrong, after.wrong, after.retryLater]).toEqual([[], [], 0])
  expect([rejected >= 20, meanwhile.ok > 0, acknowledged.length]).toEqual([true, true, before + 1])
  expect(counts).toEqual({ imported: ROWS.length })
  const stored = await sql`SELECT id FROM label WHERE id = ANY(${acknowledged})`.rows()
  expect(stored.length).toBe(acknowledged.length)
  expect(await inconsistencies(url)).toEqual([])
})
