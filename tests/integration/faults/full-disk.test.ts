import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SYSTEM } from '@/lib/platform/commands/permissions'
import { isAway } from '@/lib/platform/database/away'
import { closePools } from '@/lib/platform/database/pool'
import { sql } from '@/lib/platform/database/read'
import { importBatch } from '@/lib/platform/imports/queries'
import { idFor } from '@/lib/platform/records/ids'
import { set } from '@/lib/platform/settings'
import { beginImport, saveDrafts, stepImport } from '@/lib/domain/registry'
import { migrate } from '@/scripts/migrate'
import { EDITOR, csv, preview, runToEnd } from '../imports/importing'
import { draft, ids, inputs, makeWorld, publishOne } from '../world'
import { type Disk, smallDisk } from './disk'
import { readersOf } from './readers'
import { wrongIn } from './whole'

const PATHS = ['/api/v1/statements', `/api/v1/statements/${ids.statement}`, '/statements.csv', '/api/v1/changes']

let disk: Disk
let url: string
let readers: Awaited<ReturnType<typeof readersOf>>

beforeAll(async () => {
  disk = await smallDisk()
  url = disk.database.url('postgres')
  await closePools()
  set('DATABASE_URL', url)
  await migrate(url)
  await makeWorld()
  readers = await readersOf(PATHS)
}, 120_000)
afterAll(async () => {
  await readers.end()
  await closePools()
  await disk.end()
})

const ROWS = Array.from({ length: 40 }, (_, at) => [`Council ${at}`, 'Council', 'El Paso', 'TX'])
const LONG = Array.from({ length: 5_000 }, (_, at) => `word${(at * 7919) % 100_003}`).join(' ')

const published: string[] = []
const tries = { refused: 0 }
const acceptsOrRefuses = async (work: () => Promise<unknown>) => {
  try {
    await work()
    return true
  } catch (error) {
    expect(isAway(error), String(error)).toBe(true)
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
  const batch = await preview('room-organizations', file)
  await beginImport(EDITOR, { id: batch })
  await disk.fill()
  const meanwhile = await readers.during(async () => {
    // What fits into pages that are there already is still taken.
    for (let number = 0; number < 200 && tries.refused < 20; number++) {
      await acceptsOrRefuses(() => saveDrafts(SYSTEM, { drafts: [draft('labels', ids.label, { words: LONG }, 1)] }))
      await publish(number)
      await acceptsOrRefuses(() => stepImport(EDITOR, { id: batch }))
    }
    await sleep(500)
  })
  expect(await wrongIn(url)).toEqual([])
  expect((await importBatch(batch))!.counts.failed).toBeUndefined()
  await disk.free()
  const before = published.length
  await publish(1_000)
  const { counts } = await runToEnd(batch)
  const after = await readers.during(() => sleep(500))
  console.log(`a disk that is full (${disk.real ? 'a real one' : 'as the database says it'}):`, {
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
  expect(await wrongIn(url)).toEqual([])
}, 120_000)
