import { beforeAll, beforeEach, expect, test } from 'vitest'
import { publishDrafts } from '@/lib/features/editing/commands'
import { quotedSources } from '@/lib/features/editing/source-queries'
import { captureAgainFromText } from '@/lib/features/source-capture/recapture'
import { lostQuotes } from '@/lib/features/source-health/admin-queries'
import type { Actor } from '@/lib/platform/commands/permissions'
import { Invalid } from '@/lib/platform/errors/errors'
import { testDatabase } from '../database'
import { SENTENCE, ids, inputs, makeWorld, publishOne } from '../world'

const db = await testDatabase()
const editor: Actor = { id: 'e1', role: 'editor' }
const contributor: Actor = { id: 'c1', role: 'contributor' }

const FORGED = SENTENCE.replace('no plans', 'great plans')

beforeAll(async () => {
  await makeWorld()
  await db.pool.query(
    `INSERT INTO admin_user (id, name, email, role, updated_at) VALUES ('c1', 'C', 'c@site.example', 'contributor', now())`,
  )
})
beforeEach(async () => {
  for (const table of ['quote_check', 'draft']) await db.pool.query(`DELETE FROM ${table}`)
})

const state = async () => ({
  checks: (await db.pool.query('SELECT * FROM quote_check')).rows,
  lost: await lostQuotes(ids.source),
  texts: (await quotedSources([ids.source]))[0]!.texts,
  captures: (await db.pool.query('SELECT * FROM capture WHERE source_id = $1', [ids.source])).rows,
})

test('a contributor’s new capture of a published source counts for nothing before it is published', async () => {
  const before = await state()
  const done = await captureAgainFromText(contributor, { id: ids.source, text: FORGED })
  expect(done).toMatchObject({ isNew: true, quotes: { missing: expect.any(Number) } })
  expect(await state()).toEqual(before)
  const forged = {
    ...inputs.statements,
    variants: [
      {
        ...inputs.statements.variants[0]!,
        passages: ['great plans to join any raids,'],
        citation: { ...inputs.statements.variants[0]!.citation, exact: FORGED, found: 'found' },
      },
    ],
    positions: [],
  }
  const held = await captureAgainFromText(editor, { id: ids.source, text: SENTENCE }).catch((error: unknown) => error)
  expect(held).toMatchObject({ isNew: true })
  await db.pool.query(`UPDATE draft SET data = jsonb_set(data, '{captures}', $1)`, [
    JSON.stringify([{ sha256: (held as { sha256: string }).sha256, capturedOn: null, note: null }]),
  ])
  await publishDrafts(editor, { draftIds: [(held as { draftId: string }).draftId] })
  await captureAgainFromText(contributor, { id: ids.source, text: FORGED })
  expect(await publishOne('statements', ids.statement, forged, 1).catch((error: unknown) => error)).toBeInstanceOf(
    Invalid,
  )
})

test('it counts once an editor has published it: quotations are checked against it', async () => {
  const { draftId, sha256 } = await captureAgainFromText(contributor, { id: ids.source, text: `${FORGED} Later.` })
  expect((await state()).checks).toEqual([])
  await publishDrafts(editor, { draftIds: [draftId] })
  const after = await state()
  expect(after.checks.length).toBeGreaterThan(0)
  expect(after.checks.every((one) => one.sha256 === sha256)).toBe(true)
  expect(after.lost.length).toBeGreaterThan(0)
  expect(after.texts.some(({ text }) => text.endsWith('Later.'))).toBe(true)
})

test('an editor’s own capture is checked at once', async () => {
  await captureAgainFromText(editor, { id: ids.source, text: `${FORGED} At once.` })
  expect((await state()).checks.length).toBeGreaterThan(0)
})
