import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { lookUpOfficial } from '@/lib/records/officials/queries'
import { mergeRecords, undoMerge } from '@/lib/features/merging/commands'
import { publishDrafts, saveDrafts } from '@/lib/features/editing/commands'
import { lookUpStatement } from '@/lib/records/statements/queries'
import { mergeRecordValues } from '@/lib/features/merging/merge-values'
import type { Actor } from '@/lib/platform/commands/permissions'
import { Conflict, Forbidden, NotFound } from '@/lib/platform/errors/errors'
import { idFor } from '@/lib/platform/publishing/ids'
import { testDatabase } from '../database'
import { citation, draft, ids, inputs, makeWorld, publishOne } from '../world'

const db = await testDatabase()
const editor: Actor = { id: 'editor-1', role: 'editor' }
const reason = { en: 'One person under two spellings.', es: 'Una persona con dos grafías.' }

beforeAll(makeWorld)

let twin = ''
let said = ''
let number = 0

/** A duplicate of the chief under another spelling, with a separate statement. */
beforeEach(async () => {
  number += 1
  twin = idFor('officials', `twin ${number}`)
  said = idFor('statements', `twin says ${number}`)
  const role = { ...inputs.officials.roles[0]!, office: 'sheriff', citations: [citation({ exact: 'Chief Ana Peña' })] }
  const bioguide = `P${String(number).padStart(6, '0')}`
  await publishOne('officials', twin, {
    ...inputs.officials,
    name: 'Anna Pena',
    aliases: ['AP'],
    bioguide,
    roles: [role],
  })
  const speakers = [
    { officialId: twin, organizationId: null, asPrinted: null },
    { officialId: ids.chief, organizationId: null, asPrinted: 'Chief Peña' },
  ]
  await publishOne('statements', said, { ...inputs.statements, speakers })
})

const dataOf = async (type: string, id: string) =>
  (
    await db.pool.query(
      'SELECT version, data FROM revision WHERE type = $1 AND record_id = $2 ORDER BY version DESC LIMIT 1',
      [type, id],
    )
  ).rows[0] as { version: number; data: Record<string, unknown> }

const merge = async (more: object = {}) => {
  const [stays, goes] = [await dataOf('officials', ids.chief), await dataOf('officials', twin)]
  const data = mergeRecordValues('officials', stays.data, goes.data, { from: twin, into: ids.chief })
  const versions = { from: goes.version, into: stays.version }
  return mergeRecords(editor, { type: 'officials', from: twin, into: ids.chief, data, reason, versions, ...more })
}

describe('merging two records', () => {
  test('leaves one record with the names and roles of both, and every reference points to it', async () => {
    const { id } = await merge()
    const found = await lookUpOfficial(ids.chief)
    expect(found).toMatchObject({ status: 'found', record: { name: 'Ana Peña', bioguide: `P00000${number}` } })
    const { record } = found as Extract<typeof found, { status: 'found' }>
    expect(record.aliases).toEqual(expect.arrayContaining(['A. Pena', 'Anna Pena', 'AP']))
    expect(record.roles.map(({ office }) => office)).toEqual(['police_chief', 'sheriff'])
    const statement = await lookUpStatement(said)
    expect(statement).toMatchObject({ current: 2, record: { speakers: [{ official: { id: ids.chief } }] } })
    expect((statement as { record: { speakers: unknown[] } }).record.speakers).toHaveLength(1)
    const names = await db.pool.query('SELECT record_id FROM name WHERE record_id = $1', [twin])
    expect(names.rows).toEqual([])
    await undoMerge(editor, { id })
  })

  test('redirects the merged record’s URL, with any slug or none', async () => {
    const { id } = await merge()
    const to = { status: 'moved', path: `/officials/${ids.chief}-ana-pena` }
    expect(await lookUpOfficial(twin)).toEqual(to)
    const [row] = (
      await db.pool.query('SELECT to_path FROM redirect WHERE from_path = $1', [`/officials/${twin}-anna-pena`])
    ).rows
    expect(row.to_path).toBe(to.path)
    await undoMerge(editor, { id })
  })

  test('can be undone: both records and their references are restored', async () => {
    const before = [
      await dataOf('officials', ids.chief),
      await dataOf('officials', twin),
      await dataOf('statements', said),
    ]
    const { id } = await merge()
    expect(await undoMerge(editor, { id })).toMatchObject({ kept: [] })
    const after = [
      await dataOf('officials', ids.chief),
      await dataOf('officials', twin),
      await dataOf('statements', said),
    ]
    expect(after.map(({ data }) => data)).toEqual(before.map(({ data }) => data))
    expect(await lookUpOfficial(twin)).toMatchObject({ status: 'found', record: { name: 'Anna Pena' } })
    expect(await lookUpStatement(said)).toMatchObject({ record: { speakers: [{ official: { id: twin } }, {}] } })
    await expect(undoMerge(editor, { id })).rejects.toThrow(Conflict)
  })

  test('keeps and lists later publications when it is undone', async () => {
    const { id } = await merge()
    const { version, data } = await dataOf('statements', said)
    await publishOne('statements', said, { ...data, summary: { en: 'Said anew.', es: 'Dicho de nuevo.' } }, version)
    expect(await undoMerge(editor, { id })).toMatchObject({ kept: [{ type: 'statements', id: said }] })
    expect(await lookUpStatement(said)).toMatchObject({ record: { summary: { en: 'Said anew.' } } })
  })

  test('updates the drafts that reference the merged record', async () => {
    const { version, data } = await dataOf('statements', said)
    const [draftId] = await saveDrafts(editor, {
      drafts: [draft('statements', said, { ...data, topics: ['detainers'] }, version)],
    })
    const { id } = await merge()
    const [row] = (await db.pool.query('SELECT base_version, data FROM draft WHERE id = $1', [draftId])).rows
    expect(row.base_version).toBe(version + 1)
    expect(JSON.stringify(row.data)).not.toContain(twin)
    await publishDrafts(editor, { draftIds: [draftId] })
    expect(await lookUpStatement(said)).toMatchObject({ record: { topics: ['detainers'] } })
    await undoMerge(editor, { id })
  })

  test('is rejected if a record has a newer version, is not published, or has a draft', async () => {
    const tables = async () =>
      JSON.stringify((await db.pool.query('SELECT id, version, path FROM official ORDER BY id')).rows)
    const before = await tables()
    await expect(merge({ versions: { from: 9, into: 1 } })).rejects.toThrow(Conflict)
    await expect(merge({ into: twin })).rejects.toThrow()
    await expect(merge({ from: 'nobody0000' })).rejects.toThrow()
    const { data, version } = await dataOf('officials', twin)
    await saveDrafts(editor, { drafts: [draft('officials', twin, data, version)] })
    await expect(merge()).rejects.toThrow(Conflict)
    expect(await tables()).toBe(before)
    await db.pool.query('DELETE FROM draft')
  })

  test('is closed to contributors, and an unknown merge cannot be undone', async () => {
    const contributor: Actor = { id: 'c', role: 'contributor' }
    await expect(mergeRecords(contributor, {})).rejects.toThrow(Forbidden)
    await expect(undoMerge(editor, { id: '00000000-0000-7000-8000-000000000000' })).rejects.toThrow(NotFound)
  })
})
