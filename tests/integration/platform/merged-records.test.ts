import { readFileSync } from 'node:fs'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import {
  discardDraft,
  publishDrafts,
  recoverDraft,
  restoreVersion,
  saveDrafts,
  scheduleDrafts,
  startDraft,
  withdrawRecord,
} from '@/lib/features/editing/commands'
import { mergeRecords, undoMerge } from '@/lib/features/merging/commands'
import { mergeRecordValues } from '@/lib/features/merging/merge-values'
import { lookUpOrganization } from '@/lib/records/organizations/queries'
import type { Actor } from '@/lib/platform/commands/permissions'
import { idFor } from '@/lib/platform/publishing/ids'
import { inconsistencies } from '../faults/consistency'
import { testDatabase } from '../database'
import { draft, inputs, makeWorld, publishOne } from '../world'

const db = await testDatabase()
const editor: Actor = { id: 'editor-1', role: 'editor' }
const reason = { en: 'One body under two names.', es: 'Un organismo con dos nombres.' }
const type = 'organizations'
const MIGRATION = 'prisma/migrations/20261130214500_merged_records/migration.sql'

beforeAll(makeWorld)

let [goes, stays, number] = ['', '', 0]
beforeEach(async () => {
  number += 1
  ;[goes, stays] = [idFor(type, `goes ${number}`), idFor(type, `stays ${number}`)]
  for (const [id, name] of [
    [goes, `Council ${number}`],
    [stays, `City council ${number}`],
  ] as const)
    await publishOne(type, id, { ...inputs.organizations, name, aliases: [] })
})

const newest = async (id: string) =>
  (
    await db.pool.query<{ version: number; data: Record<string, unknown> }>(
      'SELECT version, data FROM revision WHERE type = $1 AND record_id = $2 ORDER BY version DESC LIMIT 1',
      [type, id],
    )
  ).rows[0]!

async function merge() {
  const [one, other] = [await newest(stays), await newest(goes)]
  const pair = { from: goes, into: stays }
  const data = mergeRecordValues(type, one.data, other.data, pair)
  return mergeRecords(editor, { type, ...pair, data, reason, versions: { from: other.version, into: one.version } })
}

const saveNow = async () => {
  const { version, data } = await newest(goes)
  const [id] = await saveDrafts(editor, { drafts: [draft(type, goes, data, version)] })
  return id!
}

/** Every way in which a draft of a record begins or goes out. */
const WAYS: Record<string, () => Promise<unknown>> = {
  'restoring an earlier version': () => restoreVersion(editor, { type, recordId: goes, version: 1 }),
  'starting a draft': () => startDraft(editor, { type, recordId: goes }),
  'publishing a draft that was saved with others': async () => publishDrafts(editor, { draftIds: [await saveNow()] }),
  'scheduling such a draft': async () => {
    const at = new Date(Date.now() + 60_000).toISOString()
    return scheduleDrafts(editor, { drafts: [{ id: await saveNow(), save: 1 }], at, zone: 'UTC' })
  },
}

test.each(Object.keys(WAYS))('a merged record returns by undoing its merge, and not by %s', async (way) => {
  const { id } = await merge()
  await expect(WAYS[way]!()).rejects.toThrow('publishing.mergedAway')
  expect(await lookUpOrganization(goes)).toMatchObject({ status: 'moved' })
  await db.pool.query('DELETE FROM draft')
  await undoMerge(editor, { id })
  expect(await lookUpOrganization(goes)).toMatchObject({ status: 'found', record: { name: `Council ${number}` } })
  expect(await inconsistencies(db.url)).toEqual([])
})

test('a draft that was discarded before a merge is not published until the merge is undone', async () => {
  const draftId = await saveNow()
  await discardDraft(editor, { id: draftId })
  const { id } = await merge()
  await recoverDraft(editor, { id: draftId })
  await expect(publishDrafts(editor, { draftIds: [draftId] })).rejects.toThrow('publishing.mergedAway')
  await discardDraft(editor, { id: draftId })
  await undoMerge(editor, { id })
  expect(await inconsistencies(db.url)).toEqual([])
})

test('a site where a merged record was published again is put right by a migration', async () => {
  const { id } = await merge()
  // As sites of earlier versions have it: published again, while the merge and its redirects stayed.
  await db.pool.query('UPDATE merge SET undone_at = now(), undone_by_id = $2 WHERE id = $1', [id, 'x'])
  const { version, data } = await newest(goes)
  await publishOne(type, goes, data, version)
  await db.pool.query('UPDATE merge SET undone_at = NULL, undone_by_id = NULL WHERE id = $1', [id])
  expect(await inconsistencies(db.url)).toHaveLength(1)
  await db.pool.query(readFileSync(MIGRATION, 'utf8'))
  expect(await inconsistencies(db.url)).toEqual([])
  await publishOne(type, goes, { ...data, name: `Council ${number} again` }, version + 1)
  await withdrawRecord(editor, { type, id: goes, reason })
  expect(await lookUpOrganization(goes)).toMatchObject({ status: 'withdrawn' })
})

test('a migration leaves a merge that was not undone as it is', async () => {
  await merge()
  await db.pool.query(readFileSync(MIGRATION, 'utf8'))
  expect(await lookUpOrganization(goes)).toMatchObject({ status: 'moved' })
  expect(await inconsistencies(db.url)).toEqual([])
})
