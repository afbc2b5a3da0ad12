import { beforeAll, describe, expect, test } from 'vitest'
import {
  approveReason,
  changeReason,
  describeDraft,
  publishDrafts,
  resolveComparison,
  restoreVersion,
  saveDraft,
  startDraft,
  withdrawRecord,
} from '@/lib/features/editing/commands'
import { beginImport, correctImport, stepImport } from '@/lib/features/imports/commands'
import { waitingReasons } from '@/lib/features/review/reason-queries'
import { beginFromSuggestion, sendSuggestion } from '@/lib/features/suggestions/commands'
import { type Actor, VISITOR } from '@/lib/platform/commands/permissions'
import { Conflict, Forbidden } from '@/lib/platform/errors/errors'
import { importBatch } from '@/lib/platform/imports/queries'
import { newId } from '@/lib/platform/publishing/ids'
import { changePolicy } from '@/lib/platform/site-policy/site-policy'
import { lookUpLabel } from '@/lib/records/labels/queries'
import { asReviewed } from '../as-reviewed'
import { testDatabase } from '../database'
import { csv, preview, runToEnd } from '../imports/importing'
import { ids, inputs, makeWorld } from '../world'

const db = await testDatabase()
const writer: Actor = { id: 'writer', role: 'editor' }
const second: Actor = { id: 'second', role: 'editor' }
const contributor: Actor = { id: 'contributor', role: 'contributor' }
const administrator: Actor = { id: 'administrator', role: 'administrator' }
const policy = (more: object = {}) =>
  changePolicy(administrator, { publishOwn: false, timeZone: 'America/New_York', ...more })

beforeAll(async () => {
  await makeWorld()
  await policy()
})

describe('the reason of a withdrawal, where a second person is asked for', () => {
  const reason = { en: 'It was another city.', es: 'Era otra ciudad.' }
  const label = { type: 'labels', id: ids.label }

  test('waits behind a neutral sentence until another person approves exactly these words', async () => {
    await withdrawRecord(writer, { ...label, reason })
    expect(await lookUpLabel(ids.label)).toMatchObject({
      status: 'withdrawn',
      reason: { en: expect.stringContaining('second person'), es: expect.stringContaining('segunda persona') },
    })
    const [waiting] = await waitingReasons()
    expect(waiting).toMatchObject({ recordId: ids.label, kind: 'withdrawn', reason, save: 1 })
    const { id } = waiting!
    await expect(approveReason(writer, { id, save: 1 })).rejects.toThrow(Forbidden)
    const words = { en: 'It was the city next to it.', es: 'Era la ciudad vecina.' }
    await changeReason(second, { id, save: 1, reason: words })
    await expect(approveReason(writer, { id, save: 1 })).rejects.toThrow(Conflict)
    await expect(approveReason(second, { id, save: 2 })).rejects.toThrow(Forbidden)
    await approveReason(writer, { id, save: 2 })
    expect(await lookUpLabel(ids.label)).toMatchObject({ status: 'withdrawn', reason: words })
    expect(await waitingReasons()).toEqual([])
    await expect(approveReason(second, { id, save: 2 })).rejects.toThrow(Conflict)
    const { rows } = await db.pool.query('SELECT version, kind FROM revision WHERE record_id = $1 ORDER BY version', [
      ids.label,
    ])
    expect(rows.map(({ kind }) => kind)).toEqual(['published', 'withdrawn', 'withdrawn'])
  })

  test('is not needed any more once the entry is published again', async () => {
    await restoreVersion(writer, { type: 'labels', recordId: ids.label, version: 1 })
    const draftId = `labels-${ids.label}`
    await publishDrafts(second, (await asReviewed(db.pool, draftId)).toPublish)
    await withdrawRecord(writer, { ...label, reason })
    const [waiting] = await waitingReasons()
    await restoreVersion(writer, { type: 'labels', recordId: ids.label, version: 1 })
    await publishDrafts(second, (await asReviewed(db.pool, draftId)).toPublish)
    expect(await waitingReasons()).toEqual([])
    await expect(approveReason(second, { id: waiting!.id, save: 1 })).rejects.toThrow(Conflict)
  })
})

describe('one form', () => {
  const draftId = `policies-${ids.policy}`
  const draftRow = async () => (await db.pool.query('SELECT * FROM draft WHERE id = $1', [draftId])).rows[0]

  test('that is refused to publish leaves nothing of its note behind', async () => {
    await startDraft(contributor, { type: 'policies', recordId: ids.policy, data: inputs.policies })
    const before = await draftRow()
    const announce = { id: draftId, publishAs: 'corrected', reason: { en: 'A note.' } }
    const input = { ...(await asReviewed(db.pool, draftId)).toPublish, announce }
    await expect(publishDrafts(writer, input)).rejects.toThrow(Conflict)
    await expect(publishDrafts(writer, { ...input, contents: { [draftId]: 'another' } })).rejects.toThrow(Conflict)
    expect(await draftRow()).toEqual(before)
  })

  test('that saves a note is a save of its own, which another person publishes with it', async () => {
    const { saves } = await draftRow()
    const save = await describeDraft(writer, {
      id: draftId,
      publishAs: 'corrected',
      reason: { en: 'A note.' },
      save: saves,
    })
    expect(save).toBe(saves + 1)
    const { toPublish } = await asReviewed(db.pool, draftId)
    await expect(publishDrafts(writer, toPublish)).rejects.toThrow(Forbidden)
    await expect(publishDrafts(second, { ...toPublish, saves: { [draftId]: saves } })).rejects.toThrow(Conflict)
    await publishDrafts(second, toPublish)
    const { rows } = await db.pool.query('SELECT kind, reason FROM revision WHERE record_id = $1 AND version = 2', [
      ids.policy,
    ])
    expect(rows).toEqual([{ kind: 'corrected', reason: { en: 'A note.' } }])
  })

  test('that compares two saves stores the choice and settles the other one, or does neither', async () => {
    await startDraft(writer, { type: 'policies', recordId: ids.policy })
    const start = (await draftRow()).data
    await saveDraft(writer, { id: draftId, basedOn: 1, data: { ...start, number: '1' } })
    const { aside } = (await saveDraft(second, { id: draftId, basedOn: 1, data: { ...start, number: '2' } })) as {
      aside: string
    }
    const open = async () =>
      (await db.pool.query('SELECT count(*)::int AS n FROM draft_save WHERE draft_id = $1 AND aside', [draftId]))
        .rows[0].n
    const before = await draftRow()
    const choice = { id: draftId, data: { ...start, number: '2' }, aside }
    await expect(resolveComparison(writer, { ...choice, basedOn: 1 })).rejects.toThrow(Conflict)
    expect([await draftRow(), await open()]).toEqual([before, 1])
    await resolveComparison(writer, { ...choice, basedOn: before.saves })
    expect([(await draftRow()).data.number, await open()]).toEqual(['2', 0])
  })

  test('that begins a draft from a suggestion leaves no draft behind when it is refused', async () => {
    await db.pool.query('DELETE FROM draft')
    const { id } = (await sendSuggestion(VISITOR, {
      kind: 'correction',
      text: 'It was the sixth.',
      url: 'https://paper.example/other',
      path: '/tx/el-paso',
      type: 'jurisdictions',
      recordId: ids.city,
      lang: 'en',
      receipt: newId() + newId(),
    })) as { id: string }
    const drafts = async () => (await db.pool.query('SELECT id, origin FROM draft')).rows
    await expect(beginFromSuggestion(contributor, { id, of: 'record' })).rejects.toThrow(Forbidden)
    expect(await drafts()).toEqual([])
    const begun = await beginFromSuggestion(writer, { id, of: 'record' })
    expect(await drafts()).toEqual([{ id: begun.id, origin: { submission: id } }])
    const { rows } = await db.pool.query('SELECT state, draft_id FROM submission WHERE id = $1', [id])
    expect(rows).toEqual([{ state: 'drafted', draft_id: begun.id }])
  })
})

describe('an import, where a second person is asked for', () => {
  const councils = (name: string) =>
    csv(['name', 'kind', 'jurisdiction', 'jurisdiction_state'], [name, 'Council', 'El Paso', 'TX'])

  test('is started as it was on the screen, by somebody who wrote nothing in it', async () => {
    const id = await preview('type-organizations', councils('A council'), { actor: writer })
    const { checks } = (await importBatch(id))!
    await correctImport(administrator, { id, row: 2, column: 'name', value: 'Other council' })
    await correctImport(writer, { id, row: 2, column: 'name', value: 'Third council' }).catch(() => {})
    await expect(beginImport(second, { id, checks })).rejects.toThrow(Conflict)
    await expect(beginImport(administrator, { id })).rejects.toThrow(Conflict)
  })

  test('that was started unseen before a second person was asked for stops before its next rows', async () => {
    await policy({ publishOwn: true })
    const id = await preview('type-organizations', councils('Fourth council'), { actor: writer })
    await beginImport(second, { id })
    await policy()
    await stepImport(second, { id })
    expect(await importBatch(id)).toMatchObject({ state: 'stopped', counts: { ready: 1 } })
    await expect(beginImport(second, { id })).rejects.toThrow('imports.lookFirst')
    await beginImport(second, { id, checks: (await importBatch(id))!.checks })
    expect((await runToEnd(id, second)).counts).toEqual({ imported: 1 })
  })
})
