import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { saveDrafts, scheduleDrafts } from '@/lib/features/editing/commands'
import { publishScheduled } from '@/lib/features/review/publish-scheduled'
import type { Actor } from '@/lib/platform/commands/permissions'
import { testDatabase } from '../database'
import { draft, ids, inputs, makeWorld } from '../world'

const db = await testDatabase()
const editor: Actor = { id: 'editor-1', role: 'editor' }

beforeAll(async () => {
  await makeWorld()
  await db.pool.query(
    `INSERT INTO admin_user (id, name, email, role) VALUES ('editor-1', 'E', 'e@admin.example', 'editor')`,
  )
})
beforeEach(async () => {
  await db.pool.query('DELETE FROM draft')
  await db.pool.query(`UPDATE admin_user SET role = 'editor', deactivated_at = NULL`)
})

const NEW = { official: 'newchief01', statement: 'newstmt001' }
const pair = () => [
  draft('statements', NEW.statement, {
    ...inputs.statements,
    speakers: [{ officialId: NEW.official, organizationId: null, asPrinted: null }],
  }),
  draft('officials', NEW.official, { ...inputs.officials, name: 'Sam Hill' }),
]

/** Schedules drafts, and then makes them due. */
const scheduleAndMakeDue = async (drafts: ReturnType<typeof draft>[], overdue = '1 minute') => {
  const saved = await saveDrafts(editor, { drafts })
  const at = new Date(Date.now() + 3_600_000).toISOString()
  await scheduleDrafts(editor, { drafts: saved.map((id) => ({ id, save: 1 })), at, zone: 'America/New_York' })
  await db.pool.query(
    `UPDATE draft SET scheduled_for = date_trunc('milliseconds', now()) - $1::interval WHERE id = ANY($2)`,
    [overdue, saved],
  )
  return saved
}

const states = async () => (await db.pool.query('SELECT state, failure FROM draft ORDER BY id')).rows
const published = async () =>
  (
    await db.pool.query(`SELECT type, by_id FROM revision WHERE record_id IN ($1, $2) ORDER BY type`, [
      NEW.official,
      NEW.statement,
    ])
  ).rows

describe('scheduled drafts', () => {
  test('are not published before their time', async () => {
    const saved = await saveDrafts(editor, { drafts: pair() })
    const at = new Date(Date.now() + 3_600_000).toISOString()
    await scheduleDrafts(editor, { drafts: saved.map((id) => ({ id, save: 1 })), at, zone: 'UTC' })
    await publishScheduled()
    expect(await states()).toMatchObject([{ state: 'scheduled' }, { state: 'scheduled' }])
  })

  test.each([
    ['lost the permission to publish', `UPDATE admin_user SET role = 'contributor'`],
    ['left the admin area', 'UPDATE admin_user SET deactivated_at = now()'],
  ])('all go back to editing when the person %s', async (_, change) => {
    await scheduleAndMakeDue(pair())
    await db.pool.query(change)
    await publishScheduled()
    const failure = 'publishing.schedulerMayNot'
    expect(await states()).toEqual([
      { state: 'editing', failure },
      { state: 'editing', failure },
    ])
    expect(await published()).toEqual([])
  })

  test('all go back to editing, with the reason, when one of them is incomplete', async () => {
    await scheduleAndMakeDue(pair())
    await db.pool.query(`UPDATE draft SET data = data || '{"name": ""}' WHERE type = 'officials'`)
    await publishScheduled()
    const rows = await states()
    expect(rows).toMatchObject([{ state: 'editing' }, { state: 'editing' }])
    expect(rows[0].failure).toContain(`officials/${NEW.official}: name`)
    expect(await published()).toEqual([])
    await publishScheduled()
  })

  test('that fail stop no other scheduled drafts', async () => {
    await scheduleAndMakeDue([draft('labels', ids.label, inputs.labels, 1)], '2 minutes')
    await db.pool.query(`UPDATE draft SET data = '{"words": "x"}' WHERE type = 'labels'`)
    await scheduleAndMakeDue([draft('policies', ids.policy, inputs.policies, 1)])
    await publishScheduled()
    expect(await states()).toMatchObject([{ state: 'editing' }])
    expect((await db.pool.query('SELECT version FROM policy')).rows).toEqual([{ version: 2 }])
  })

  test('are published together, by the person who scheduled them', async () => {
    await scheduleAndMakeDue(pair())
    await Promise.all([publishScheduled(), publishScheduled()])
    expect(await states()).toEqual([])
    expect(await published()).toEqual([
      { type: 'officials', by_id: 'editor-1' },
      { type: 'statements', by_id: 'editor-1' },
    ])
  })
})
