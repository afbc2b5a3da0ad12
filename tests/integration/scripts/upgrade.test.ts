import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { bulkRun } from '@/lib/features/editing/bulk-queries'
import { publishDrafts, restoreVersion, saveDraft } from '@/lib/features/editing/commands'
import { changes } from '@/lib/features/history/change-queries'
import { type ChangeLink, linksIn } from '@/lib/features/history/describe-change'
import { dataOfVersion, historyOf } from '@/lib/features/history/history-queries'
import { beginImport, revertImport } from '@/lib/features/imports/commands'
import { undoMerge } from '@/lib/features/merging/commands'
import type { Actor } from '@/lib/platform/commands/permissions'
import { rebuildCards } from '@/lib/features/rebuild/rebuild-cards'
import { convertCard, convertData } from '@/lib/platform/publishing/history-converters'
import { sql } from '@/lib/platform/database/sql'
import { importBatch } from '@/lib/platform/imports/queries'
import { lookUp } from '@/lib/platform/lists/read-cards'
import { RECORD_TYPES, type RecordTypeName } from '@/lib/records/registry'
import { ROOT } from '@/scripts/paths'
import { restoreBackup } from '@/scripts/backup/restore'
import { verifyHistory } from '@/scripts/verify/history'
import { verifyRecords } from '@/scripts/verify/records'
import { testDatabase } from '../database'
import { runToEnd } from '../imports/importing'

// A backup of the version before `plain_names`, restored and migrated: tests/fixtures/old-versions/README.md.

const FOLDER = join(ROOT, 'tests/fixtures/old-versions/2026-11-30')
const expected = JSON.parse(readFileSync(join(FOLDER, 'expected.json'), 'utf8')) as {
  seal: { seals: number; head: string }
  rows: Record<string, number>
  lines: string[]
  linesByType: Record<RecordTypeName, string>
}

const db = await testDatabase({ migrated: false })
const rows = async <R extends object>(text: string, values: unknown[] = []): Promise<R[]> =>
  (await db.pool.query<R>(text, values)).rows

let editor: Actor
beforeAll(async () => {
  await restoreBackup(db.url, join(FOLDER, 'site.backup'))
  const [found] = await rows<{ id: string }>(`SELECT id FROM admin_user WHERE role = 'editor'`)
  editor = { id: found!.id, role: 'editor' }
})

describe('the migrated database', () => {
  test('has every row of every table', async () => {
    for (const [name, count] of Object.entries(expected.rows)) {
      const [found] = await rows(`SELECT count(*)::int AS count FROM "${name.replace('desk_', 'admin_')}"`)
      expect({ name, ...found }).toEqual({ name, count })
    }
  })

  test('has the same chain of seals, and each seal holds', async () => {
    const { wrong, head, seals } = await verifyHistory(db.url)
    expect({ wrong, seal: { seals, head } }).toEqual({ wrong: [], seal: expected.seal })
  })

  test('has records that agree with their history, once their cards have the format of this version', async () => {
    expect(await rebuildCards()).toBeGreaterThan(0)
    expect((await verifyRecords()).wrong).toEqual([])
  })

  test('has no table, column, index, constraint, sequence or function with an old name', async () => {
    const old = await rows(`
      SELECT name FROM (
        SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace
        UNION ALL SELECT conname FROM pg_constraint WHERE connamespace = 'public'::regnamespace
        UNION ALL SELECT attname FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
          WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
        UNION ALL SELECT tgname FROM pg_trigger
        UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace
      ) names (name) WHERE name ~ '(^|_)(desk|rooms?)(_|$)'`)
    expect(old).toEqual([])
  })

  test('has no old key in JSON that is not sealed', async () => {
    const columns = await rows<{ table: string; column: string }>(`
      SELECT table_name AS table, column_name AS column FROM information_schema.columns
      WHERE table_schema = 'public' AND data_type = 'jsonb' AND table_name NOT IN ('change', 'revision')`)
    expect(columns.length).toBeGreaterThan(15)
    for (const { table, column } of columns) {
      const old = await rows(`SELECT "${column}" FROM "${table}" WHERE "${column}"::text ~ '"rooms?":|"room-'`)
      expect({ table, column, old }).toEqual({ table, column, old: [] })
    }
  })
})

type Revision = { type: RecordTypeName; id: string; version: number; data: unknown; card: object }
const revisions = () =>
  rows<Revision>(
    'SELECT type, record_id AS id, version, kind, data, card FROM revision ORDER BY type, record_id, version',
  )
const find = (type: RecordTypeName, id: string, version?: number) =>
  lookUp(type, RECORD_TYPES[type].table, sql`id = ${id}`, `/${type}/${id}`, version)

describe('records that the old version published', () => {
  test('are shown, each version of them as well', async () => {
    for (const { type, id, version, card } of await revisions()) {
      const [live] = await rows<{ card: { version: number } }>(
        `SELECT card FROM ${RECORD_TYPES[type].table} WHERE id = $1`,
        [id],
      )
      const lookup = await find(type, id, version)
      if (!live) expect(['withdrawn', 'moved']).toContain(lookup.status)
      else
        expect(lookup).toEqual({
          status: 'found',
          record: version === live.card.version ? live.card : convertCard(type, card),
          current: live.card.version,
        })
    }
  })

  test('have their history, and each version can be compared', async () => {
    const all = await revisions()
    for (const { type, id, version, data } of all) {
      const history = (await historyOf(type, id))!
      expect(history.versions).toHaveLength(all.filter((one) => one.type === type && one.id === id).length)
      expect(await dataOfVersion(type, id, { kind: 'version', version })).toEqual(convertData(type, data))
    }
  })

  test('are in the list of changes with the same lines and links', async () => {
    const formatLink = ({ type, id, version, draft }: ChangeLink) =>
      `${type}${draft ? '-' : '/'}${id}${version ? `@${version}` : ''}`
    const lines: string[] = []
    for (let before: string | null = ''; before !== null;) {
      const page = await changes({ by: '', command: '', type: '', day: '', before }, 'UTC')
      for (const { id, command, times, detail } of page.lines.filter((one) => one.command !== 'cards.format'))
        lines.push([id, command, ...(times > 1 ? [`x${times}`] : []), ...linksIn(detail).map(formatLink)].join(' '))
      before = page.next
    }
    expect(lines).toEqual(expected.lines)
    for (const [type, ids] of Object.entries(expected.linesByType)) {
      const page = await changes({ by: '', command: '', type: type as RecordTypeName, day: '', before: '' }, 'UTC')
      expect({ type, ids: page.lines.map(({ id }) => id).join(' ') }).toEqual({ type, ids })
    }
  })

  test('are restored to an earlier version', async () => {
    const [first] = (await revisions()).filter(({ type, version }) => type === 'statements' && version > 1)
    const { type, id } = first!
    const old = (await revisions()).find((one) => one.type === type && one.id === id && one.version === 1)!
    const draft = await restoreVersion(editor, { type, recordId: id, version: 1 })
    const [published] = await publishDrafts(editor, { draftIds: [draft.id] })
    const [now] = (await revisions()).filter((one) => one.id === id && one.version === published!.version)
    expect(now).toMatchObject({ kind: 'restored', data: old.data })
  })
})

describe('work that the old version left unfinished', () => {
  const batches = (state: string) => rows<{ id: string }>('SELECT id FROM import_batch WHERE state = $1', [state])

  test('an import in preview is imported, and reverted', async () => {
    const [batch] = await batches('preview')
    await beginImport(editor, { id: batch!.id })
    expect(await runToEnd(batch!.id, editor)).toMatchObject({ kind: 'type-organizations', counts: { imported: 2 } })
    await revertImport(editor, { id: batch!.id })
    expect((await runToEnd(batch!.id, editor)).counts).toEqual({ reverted: 2 })
  })

  test('a half-finished import goes on', async () => {
    const [batch] = await batches('running')
    expect((await importBatch(batch!.id))!.counts).toEqual({ imported: 20, ready: 40 })
    expect((await runToEnd(batch!.id, editor)).counts).toEqual({ imported: 60 })
  })

  test('a finished import is reverted', async () => {
    const [batch] = await rows<{ id: string }>(
      `SELECT batch_id AS id FROM import_row WHERE title = 'Imported council' AND state = 'imported'`,
    )
    await revertImport(editor, { id: batch!.id })
    expect((await runToEnd(batch!.id, editor)).counts).toEqual({ reverted: 2 })
  })

  test('a merge is undone', async () => {
    const [merge] = await rows<{ id: string; from: string }>(
      'SELECT id, from_id AS from FROM merge WHERE undone_at IS NULL',
    )
    expect(await find('officials', merge!.from)).toMatchObject({ status: 'moved' })
    expect(await undoMerge(editor, { id: merge!.id })).toMatchObject({ kept: [], back: 2 })
    expect(await find('officials', merge!.from)).toMatchObject({ status: 'found', record: { name: 'Ana Pina' } })
  })

  test('a bulk run links back to its list', async () => {
    const [run] = await rows<{ id: string }>('SELECT id FROM bulk_run')
    expect(await bulkRun(run!.id)).toMatchObject({
      back: '/admin/entries?type=labels',
      items: [{ state: 'done' }, { state: 'waiting' }],
    })
  })

  test('drafts are saved and published', async () => {
    const [policy] = await rows<{ id: string; saves: number; data: object }>(
      `SELECT id, saves, data FROM draft WHERE type = 'policies'`,
    )
    const { save } = await saveDraft(editor, {
      id: policy!.id,
      basedOn: policy!.saves,
      data: { ...policy!.data, number: '12-5' },
    })
    const [scheduled] = await rows<{ id: string; saves: number }>(
      `SELECT id, saves FROM draft WHERE state = 'scheduled'`,
    )
    const saves = { [policy!.id]: save, [scheduled!.id]: scheduled!.saves }
    const published = await publishDrafts(editor, { draftIds: Object.keys(saves), saves })
    expect(published).toMatchObject([
      { type: 'policies', version: 3 },
      { type: 'labels', version: 1 },
    ])
    const [half] = await rows<{ id: string; saves: number; data: object }>(
      `SELECT id, saves, data FROM draft WHERE data #>> '{summary,en}' = 'Half a sentence'`,
    )
    const data = { ...half!.data, topics: ['detainers'] }
    expect(await saveDraft(editor, { id: half!.id, basedOn: half!.saves, data })).toMatchObject({ aside: null })
  })

  test('leaves a history whose seals hold and records that agree with it', async () => {
    expect((await verifyHistory(db.url)).wrong).toEqual([])
    expect((await verifyRecords()).wrong).toEqual([])
  })
})
