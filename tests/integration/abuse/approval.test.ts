import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  describeDraft,
  publishDrafts,
  restoreVersion,
  saveDraft,
  saveDrafts,
  scheduleDrafts,
  settleAside,
  startDraft,
  withdrawRecord,
} from '@/lib/features/editing/commands'
import { mergeRecordValues } from '@/lib/features/merging/merge-values'
import { mergeRecords } from '@/lib/features/merging/commands'
import { publishScheduled } from '@/lib/features/review/publish-scheduled'
import type { Actor } from '@/lib/platform/commands/permissions'
import { Conflict } from '@/lib/platform/errors/errors'
import { changePolicy } from '@/lib/platform/site-policy/site-policy'
import { asReviewed } from '../as-reviewed'
import { testDatabase } from '../database'
import { DUPLICATE, makeDuplicateOfficial } from '../faults/duplicate-official'
import { draft, ids, inputs, makeWorld, publishOne } from '../world'

// Ways in which words became public that a second person had not read. Each is one attack.

const db = await testDatabase()
const contributor: Actor = { id: 'contributor', role: 'contributor' }
const editor: Actor = { id: 'editor', role: 'editor' }
const colleague: Actor = { id: 'colleague', role: 'editor' }
const administrator: Actor = { id: 'administrator', role: 'administrator' }
const policy = (publishOwn: boolean) => changePolicy(administrator, { publishOwn, timeZone: 'America/New_York' })

const ID = `labels-${ids.label}`
let version = 1

beforeAll(async () => {
  await makeWorld()
  await makeDuplicateOfficial()
  for (const { id, role } of [contributor, editor, colleague, administrator])
    await db.pool.query(`INSERT INTO admin_user (id, name, email, role) VALUES ($1, $1, $1 || '@admin.example', $2)`, [
      id,
      role,
    ])
})
beforeEach(async () => {
  await db.pool.query('DELETE FROM draft')
  await policy(true)
  version += 1
  await publishOne('labels', ids.label, { ...inputs.labels, words: `public words ${version}` }, version - 1)
  await policy(false)
})
afterAll(() => policy(true))

/** Everything that readers can read: records, their versions with reasons, tombstones and redirects. */
const readable = async (): Promise<string> => {
  const parts = ['SELECT card FROM label', 'SELECT card FROM official', 'SELECT data, card, reason FROM revision']
  const rows = [...parts, 'SELECT reason FROM tombstone', 'SELECT reason FROM redirect'].map((query) =>
    db.pool.query(query),
  )
  return JSON.stringify((await Promise.all(rows)).map((one) => one.rows))
}

const wrote = async (actor: Actor, words: string, more: object = {}) => {
  await startDraft(actor, { type: 'labels', recordId: ids.label })
  const { rows } = await db.pool.query('SELECT saves FROM draft WHERE id = $1', [ID])
  const data = { ...inputs.labels, words, ...more }
  return (await saveDraft(actor, { id: ID, basedOn: rows[0].saves, data })) as { save: number; aside: string | null }
}

const onScreen = () => asReviewed(db.pool, ID)
const publishes = async (actor: Actor, more: object = {}) =>
  publishDrafts(actor, { ...(await onScreen()).toPublish, ...more })

/** An attack may be refused at any of its steps. */
const tries = (step: Promise<unknown>) => step.catch(() => {})

const scheduleAndWait = async (actor: Actor) => {
  const at = new Date(Date.now() + 3_600_000).toISOString()
  const { save, content } = await onScreen()
  await scheduleDrafts(actor, { drafts: [{ id: ID, save, content }], at, zone: 'UTC' })
  return async () => {
    await db.pool.query(
      `UPDATE draft SET scheduled_for = date_trunc('milliseconds', now()) - interval '1 minute' WHERE state = 'scheduled'`,
    )
    await publishScheduled()
  }
}

test('a restored version does not replace what was approved for the schedule', async () => {
  await policy(true)
  await publishOne('labels', ids.label, { ...inputs.labels, words: 'retracted words' }, version)
  await publishOne('labels', ids.label, { ...inputs.labels, words: 'right words' }, version + 1)
  await policy(false)
  await wrote(contributor, 'approved words')
  const due = await scheduleAndWait(editor)
  await tries(restoreVersion(contributor, { type: 'labels', recordId: ids.label, version: version + 1 }))
  await due()
  const { rows } = await db.pool.query('SELECT card FROM label WHERE id = $1', [ids.label])
  version += 2
  expect(rows[0].card.words).not.toBe('retracted words')
  if (rows[0].card.words === 'approved words') version += 1
})

test.each(['before', 'after'])(
  'a note that is written %s the approval does not go out with the schedule unread',
  async (when) => {
    await wrote(contributor, `words with a note ${when}`)
    const note = { id: ID, publishAs: 'corrected', reason: { en: `a note by one person ${when}` } }
    if (when === 'before') await tries(describeDraft(editor, note))
    const due = await scheduleAndWait(editor).catch(() => async () => {})
    if (when === 'after') await tries(describeDraft(contributor, note))
    await due()
    expect(await readable()).not.toContain(`a note by one person ${when}`)
  },
)

test('a save is approved by its content only: its number names another content when the draft is begun anew', async () => {
  await wrote(contributor, 'words on the screen')
  const { save, content } = await onScreen()
  await db.pool.query('DELETE FROM draft')
  await wrote(contributor, 'words that came after')
  expect((await onScreen()).save).toBe(save)
  const at = new Date(Date.now() + 3_600_000).toISOString()
  const contents: Record<string, string>[] = [{}, { [ID]: '' }, { [ID]: content }, { other: content }]
  for (const given of contents) {
    const attempt = { draftIds: [ID], saves: { [ID]: save }, contents: given }
    await expect(publishDrafts(editor, attempt)).rejects.toThrow(Conflict)
    const scheduled = { id: ID, save, ...(ID in given && { content: given[ID] }) }
    await expect(scheduleDrafts(editor, { drafts: [scheduled], at, zone: 'UTC' })).rejects.toThrow(Conflict)
  }
  expect(await readable()).not.toContain('words that came after')
  await policy(true)
  await publishDrafts(editor, { draftIds: [ID], saves: { [ID]: save } })
  version += 1
  expect(await readable()).toContain('words that came after')
})

test('a publisher cannot add a note of their own', async () => {
  await wrote(contributor, 'words to publish')
  await tries(publishes(editor, { kind: 'corrected', reason: { en: 'an unread note' } }))
  expect(await readable()).not.toContain('an unread note')
})

test('settling a save that was set aside does not make one’s own words somebody else’s', async () => {
  await wrote(contributor, 'first words')
  const { save: basedOn } = await onScreen()
  await wrote(editor, 'the editor’s own words')
  const { aside } = (await saveDraft(colleague, {
    id: ID,
    basedOn,
    data: { ...inputs.labels, words: 'late words' },
  })) as {
    aside: string
  }
  await settleAside(editor, { id: ID, aside })
  await tries(publishes(editor))
  expect(await readable()).not.toContain('the editor’s own words')
})

test('a save by somebody else does not vouch for a note that its form does not show', async () => {
  await wrote(contributor, 'words one')
  await tries(describeDraft(editor, { id: ID, publishAs: 'corrected', reason: { en: 'a note nobody saw' } }))
  await wrote(colleague, 'words two')
  await tries(publishes(editor))
  expect(await readable()).not.toContain('a note nobody saw')
})

test('the reason of a withdrawal is not public before a second person has read it', async () => {
  await withdrawRecord(editor, { type: 'labels', id: ids.label, reason: { en: 'words of one editor', es: 'x' } })
  version += 1
  expect((await db.pool.query('SELECT FROM label WHERE id = $1', [ids.label])).rowCount).toBe(0)
  expect((await db.pool.query('SELECT FROM tombstone WHERE record_id = $1', [ids.label])).rowCount).toBe(1)
  expect(await readable()).not.toContain('words of one editor')
})

test('the reason of a merge is not public before a second person has read it, and a merge moves no words', async () => {
  const dataOf = async (id: string) =>
    (await db.pool.query('SELECT version, data FROM revision WHERE record_id = $1 ORDER BY version DESC LIMIT 1', [id]))
      .rows[0] as { version: number; data: Record<string, unknown> }
  const [goes, stays] = [await dataOf(DUPLICATE), await dataOf(ids.chief)]
  const pair = { from: DUPLICATE, into: ids.chief }
  const both = mergeRecordValues('officials', stays.data, goes.data, pair)
  const input = {
    ...pair,
    type: 'officials',
    reason: { en: 'a reason of one editor' },
    versions: { from: goes.version, into: stays.version },
  }
  await tries(mergeRecords(editor, { ...input, data: { ...both, note: { en: 'Anna Pena' } } }))
  expect(JSON.stringify((await dataOf(ids.chief)).data.note ?? null)).toBe('null')
  await mergeRecords(editor, { ...input, data: both })
  expect(await readable()).not.toContain('a reason of one editor')
})

test('a merge does not make the words of a draft those of the person who merges', async () => {
  const { rows } = await db.pool.query('SELECT kind FROM revision WHERE record_id = $1 ORDER BY version DESC LIMIT 1', [
    DUPLICATE,
  ])
  expect(rows[0].kind).toBe('merged')
  await saveDrafts(editor, { drafts: [draft('labels', ids.label, { ...inputs.labels, words: 'mine alone' }, version)] })
  await tries(publishes(editor))
  expect(await readable()).not.toContain('mine alone')
})
