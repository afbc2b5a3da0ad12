import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import {
  beginImport,
  discardImport,
  revertImport,
  startImport,
  stepImport,
  stopImport,
} from '@/lib/features/imports/commands'
import { withdrawRecord } from '@/lib/features/editing/commands'
import { lookUpOrganization } from '@/lib/records/organizations/queries'
import { Conflict, Forbidden, Invalid } from '@/lib/platform/errors/errors'
import { importBatch, importRows, refusedCsv } from '@/lib/platform/imports/queries'
import { sql } from '@/lib/platform/database/sql'
import { verifyHistory } from '@/scripts/verify/history'
import { testDatabase } from '../database'
import { ids, inputs, makeWorld, publishOne } from '../world'
import { EDITOR, csv, importAll, preview, runToEnd } from './importing'

const db = await testDatabase()
await makeWorld()

const HEAD = ['id', 'name', 'kind', 'jurisdiction', 'jurisdiction_state']
const bodies = (...names: string[]) => csv(HEAD, ...names.map((name) => ['', name, 'Council', 'El Paso', 'TX']))
const many = (prefix: string, count: number) =>
  bodies(...Array.from({ length: count }, (_, at) => `${prefix} ${at + 1}`))
const named = (prefix: string) =>
  sql`SELECT name, version FROM organization WHERE name LIKE ${`${prefix}%`} ORDER BY name`.rows<{
    name: string
    version: number
  }>()

describe('an import', () => {
  test('is closed to contributors, and an import of places to editors', async () => {
    const file = bodies('Council A')
    await expect(
      startImport({ id: 'c', role: 'contributor' }, { kind: 'type-organizations', fileName: 'a.csv', file }),
    ).rejects.toThrow(Forbidden)
    await expect(startImport(EDITOR, { kind: 'census-gazetteer', fileName: 'a.csv', file })).rejects.toThrow(Forbidden)
    expect(await sql`SELECT 1 FROM import_batch`.rows()).toEqual([])
  })

  test('of a file without a table is rejected with instructions', async () => {
    const start = (file: Uint8Array) => startImport(EDITOR, { kind: 'type-organizations', fileName: 'a.csv', file })
    for (const file of [
      Buffer.from(''),
      Buffer.from('name'),
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]),
      Buffer.from([1, 0, 2]),
    ])
      await expect(start(file)).rejects.toThrow(Invalid)
  })

  test('imports valid rows and reports invalid rows with their reasons', async () => {
    const file = csv(
      HEAD,
      ['', 'Council of A', 'council', 'El Paso', 'TX'],
      ['', 'Council of B', 'Concil', 'El Paso', 'TX'],
      ['', 'Council of C', 'Concejo', 'El Pasoo', 'TX'],
    )
    const batch = await importAll('type-organizations', file)
    expect(batch.counts).toEqual({ imported: 1, refused: 2 })
    expect(batch.state).toBe('done')
    const pieces: string[] = []
    for await (const piece of refusedCsv(batch, 'en')) pieces.push(piece)
    const lines = pieces.join('').trim().split('\r\n')
    expect(lines[0]).toBe('id,name,kind,jurisdiction,jurisdiction_state,Row in the file,What is wrong')
    expect(lines[1]).toMatch(/^,Council of B,Concil,El Paso,TX,3,"kind: “Concil” is none of the codes.*Council/)
    expect(lines[2]).toMatch(/^,Council of C,Concejo,El Pasoo,TX,4,"jurisdiction: No published entry is “El Pasoo”/)
    const [, bad] = await importRows(batch.id, ['refused'])
    expect(bad!.problems.jurisdiction![0]!.choices).toContainEqual({ value: ids.city, label: 'El Paso, Texas' })
  })

  test('can be paused and resumed', async () => {
    const id = await preview('type-organizations', many('Stopped', 45))
    await beginImport(EDITOR, { id })
    expect(await stepImport(EDITOR, { id })).toEqual({ imported: 20, failed: 0, left: 25 })
    await stopImport(EDITOR, { id })
    await expect(stepImport(EDITOR, { id })).rejects.toThrow(Conflict)
    expect(await named('Stopped')).toHaveLength(20)
    await beginImport(EDITOR, { id })
    expect((await runToEnd(id)).counts).toEqual({ imported: 45 })
    expect(await named('Stopped')).toHaveLength(45)
  })

  test('resumes after a kill and publishes every row once', async () => {
    const id = await preview('type-organizations', many('Killed', 120))
    await beginImport(EDITOR, { id })
    const code = `import('@/lib/features/imports/commands').then(async ({ stepImport }) => {
      console.log('ready')
      while ((await stepImport({ id: 'editor-1', role: 'editor' }, { id: '${id}' })).left > 0);
    })`
    for (const after of [60, 350]) {
      const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
        env: { ...process.env, DATABASE_URL: db.url },
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      await once(child.stdout!, 'data')
      await sleep(after)
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      const done = (await importBatch(id))!.counts.imported ?? 0
      await expect.poll(async () => (await named('Killed')).length).toBe(done)
    }
    if ((await importBatch(id))!.state === 'running') await runToEnd(id)
    expect((await importBatch(id))!.counts).toEqual({ imported: 120 })
    const found = await named('Killed')
    expect(found).toHaveLength(120)
    expect(found.every(({ version }) => version === 1)).toBe(true)
  })

  test('of the same file is idempotent', async () => {
    const before = await sql`SELECT count(*)::int AS n FROM revision`.rows()
    expect((await importAll('type-organizations', many('Stopped', 45))).counts).toEqual({ unchanged: 45 })
    expect(await sql`SELECT count(*)::int AS n FROM revision`.rows()).toEqual(before)
  })

  test('without imported rows can be deleted', async () => {
    const id = await preview('type-organizations', bodies('Forgotten'))
    await discardImport(EDITOR, { id })
    expect(await importBatch(id)).toBeNull()
    expect(await sql`SELECT 1 FROM import_row WHERE batch_id = ${id}::uuid`.rows()).toEqual([])
  })

  test('skips a row if its entry changed after the preview', async () => {
    const file = csv(['id', 'name'], [ids.police, 'EPPD'])
    const id = await preview('type-organizations', file)
    await publishOne('organizations', ids.police, { ...inputs.organizations, aliases: [] }, 1)
    await beginImport(EDITOR, { id })
    const batch = await runToEnd(id)
    expect(batch.counts).toEqual({ failed: 1 })
    const [row] = await importRows(id, ['failed'])
    expect(row!.problems['']![0]!.what.en).toMatch(/^Somebody published another version/)
    expect(await lookUpOrganization(ids.police)).toMatchObject({
      record: { name: 'El Paso Police Department', version: 2 },
    })
  })
})

const undo = async (id: string) => {
  await revertImport(EDITOR, { id })
  return runToEnd(id)
}

describe('an undone import', () => {
  test('withdraws its new records and restores its changed ones', async () => {
    const file = csv(
      HEAD,
      [ids.police, 'El Paso Police', 'police_department', 'El Paso', 'TX'],
      ['', 'Undone council', 'Council', 'El Paso', 'TX'],
    )
    const batch = await importAll('type-organizations', file)
    expect(batch.counts).toEqual({ imported: 2 })
    const after = await undo(batch.id)
    expect(after).toMatchObject({ state: 'reverted', counts: { reverted: 2 }, revertedBy: EDITOR.id })
    expect(await lookUpOrganization(ids.police)).toMatchObject({
      record: { name: 'El Paso Police Department', version: 4 },
    })
    expect(await named('Undone')).toEqual([])
    const [gone] = (await importRows(batch.id, ['reverted']))
      .flatMap(({ made }) => made!)
      .filter(({ version }) => version === 1)
    expect(await lookUpOrganization(gone!.id)).toMatchObject({
      status: 'withdrawn',
      reason: { en: 'This entry came with an import that was undone.' },
    })
  })

  test('can be imported again', async () => {
    const file = csv(HEAD, ['', 'Undone council', 'Council', 'El Paso', 'TX'])
    const first = await importAll('type-organizations', file)
    expect(first.counts).toEqual({ imported: 1 })
    await undo(first.id)
    expect((await importAll('type-organizations', file)).counts).toEqual({ imported: 1 })
    expect(await named('Undone')).toMatchObject([{ name: 'Undone council' }])
  })

  test('keeps and reports records that were edited since or are referenced', async () => {
    const batch = await importAll('type-organizations', bodies('Kept changed', 'Kept named', 'Not kept'))
    const rows = await importRows(batch.id, ['imported'])
    const [changed, restedOn] = rows.map(({ entries }) => entries[0]!)
    await publishOne('organizations', changed!.id, { ...(changed!.data as object), aliases: ['changed'] }, 1)
    await publishOne('statements', 'aaaaaaaaa1', {
      ...inputs.statements,
      speakers: [{ officialId: null, organizationId: restedOn!.id, asPrinted: null }],
    })
    const after = await undo(batch.id)
    expect(after.counts).toEqual({ kept: 2, reverted: 1 })
    const reasons = (await importRows(batch.id, ['kept'])).map(({ problems }) => problems['']![0]!.what.en)
    expect(reasons).toEqual([
      'Not taken back: somebody published another version since.',
      'Not taken back: other published entries name this one.',
    ])
    expect((await named('Kept')).map(({ name }) => name)).toEqual(['Kept changed', 'Kept named'])

    await withdrawRecord(EDITOR, { type: 'statements', id: 'aaaaaaaaa1', reason: { en: 'Tried.' } })
    expect((await undo(batch.id)).counts).toEqual({ kept: 1, reverted: 2 })
  })
})

test('imports and their undo leave a valid seal chain', async () => {
  expect((await verifyHistory(db.url)).wrong).toEqual([])
})
