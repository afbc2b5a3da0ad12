import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COLLECTIONS } from '@/lib/records/collections'
import { COMMANDS } from '@/lib/features/commands'
import { importPlaces } from '@/lib/records/jurisdictions/import-places'
import { publishDrafts, saveDrafts, withdrawRecord } from '@/lib/features/editing/commands'
import { lookUpStatement } from '@/lib/records/statements/queries'
import { lookUpStance } from '@/lib/records/stances/queries'
import { SYSTEM, VISITOR, type Actor, can } from '@/lib/platform/commands/permissions'
import { Conflict, Forbidden, Invalid, NotFound } from '@/lib/platform/errors/errors'
import { sql } from '@/lib/platform/database/sql'
import { testDatabase } from '../database'
import { draft, ids, inputs, makeWorld, publishOne } from '../world'

const db = await testDatabase()
beforeAll(makeWorld)

const editor: Actor = { id: 'editor-1', role: 'editor' }
const contributor: Actor = { id: 'contributor-1', role: 'contributor' }

const countRows = async (): Promise<Record<string, number>> => {
  const tables = await sql`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`.rows<{ name: string }>()
  const counts = await Promise.all(tables.map(({ name }) => db.pool.query(`SELECT count(*)::int AS n FROM "${name}"`)))
  return Object.fromEntries(tables.map(({ name }, at) => [name, counts[at]!.rows[0].n]))
}

describe('authorization', () => {
  test.each(COMMANDS.map((one) => [one.commandName, one] as const))(
    'an actor without a role cannot run %s',
    async (_, run) => {
      const before = await countRows()
      await expect(run(null, {})).rejects.toThrow(Forbidden)
      expect(await countRows()).toEqual(before)
    },
  )
  test.each(COMMANDS.map((one) => [one.commandName, one] as const))('%s rejects unknown fields', async (_, run) => {
    const before = await countRows()
    const allowed = [{ id: 'a', role: 'administrator' } as const, SYSTEM, VISITOR].find((one) =>
      can(one, run.permission),
    )
    await expect(run(allowed!, { drafts: [], places: [], draftIds: ['x'], isAdmin: true })).rejects.toThrow(Invalid)
    expect(await countRows()).toEqual(before)
  })
  test('a contributor cannot publish, withdraw or import', async () => {
    for (const run of [publishDrafts, withdrawRecord, importPlaces])
      await expect(run(contributor, {})).rejects.toThrow(Forbidden)
  })
  test('a contributor cannot write to another user’s draft', async () => {
    const mine = draft('statements', ids.statement, {}, 1)
    await saveDrafts(editor, { drafts: [mine] })
    await expect(saveDrafts(contributor, { drafts: [mine] })).rejects.toThrow(Forbidden)
  })
})

describe('another user’s draft', () => {
  const id = `labels-${ids.label}`
  const text = 'Look at this.'
  /** A valid call of each command on drafts, by the draft's owner. */
  const CALLS: Record<string, object> = {
    'drafts.save': { drafts: [draft('labels', ids.label, inputs.labels, 1)] },
    'drafts.type': { id, basedOn: 1, data: { words: 'other words' } },
    'drafts.settle': { id, aside: '1' },
    'drafts.rebase': { id, onto: 1 },
    'drafts.compare': { id, basedOn: 1, data: { words: 'other words' }, aside: '1' },
    'drafts.restore-save': { id, save: '1', basedOn: 1 },
    'drafts.describe': { id, publishAs: 'published', reason: null },
    'drafts.restore': { type: 'labels', recordId: ids.label, version: 1 },
    ...Object.fromEntries(['discard', 'recover', 'submit', 'unsubmit'].map((one) => [`drafts.${one}`, { id }])),
    'drafts.comment': { id, text, field: null },
    'drafts.resolve': { id, comment: '1', resolved: true },
    'drafts.return': { id, text },
    'drafts.publish': { draftIds: [id] },
    'drafts.schedule': { drafts: [{ id, save: 1 }], at: '2099-01-01T00:00:00Z', zone: 'UTC' },
    'drafts.unschedule': { ids: [id] },
    'records.withdraw': { type: 'labels', id: ids.label, reason: { en: text } },
  }
  const onDrafts = COMMANDS.filter(({ commandName }) => commandName in CALLS)
  beforeAll(() => saveDrafts(editor, { drafts: [draft('labels', ids.label, inputs.labels, 1)] }))
  afterAll(() => db.pool.query('DELETE FROM draft'))

  test('is what every command on drafts is tried with', () => {
    const begin = ['drafts.start', 'drafts.start-words', 'bulk.start', 'bulk.mark', 'drafts.fail']
    const missing = COMMANDS.map(({ commandName }) => commandName).filter(
      (name) => name.startsWith('drafts.') && !(name in CALLS) && !begin.includes(name),
    )
    expect(missing).toEqual([])
  })
  test.each(onDrafts.map((run) => [run.commandName, run] as const))(
    'is closed to a contributor: %s changes no row',
    async (name, run) => {
      const before = await countRows()
      await expect(run(contributor, CALLS[name])).rejects.toThrow(Forbidden)
      expect(await countRows()).toEqual(before)
    },
  )
  test.each(onDrafts.map((run) => [run.commandName, run] as const))(
    '%s rejects an extra field in an otherwise valid input',
    async (name, run) => {
      const before = await countRows()
      await expect(run(editor, { ...CALLS[name], isAdmin: true })).rejects.toThrow(Invalid)
      expect(await countRows()).toEqual(before)
    },
  )
})

describe('publishing', () => {
  test('creates version 1, the public card, and a history line', async () => {
    const found = await lookUpStatement(ids.statement)
    expect(found).toMatchObject({ status: 'found', current: 1 })
    const { record } = found as Extract<typeof found, { status: 'found' }>
    expect(record.path).toBe(`/statements/${ids.statement}-ana-pena`)
    expect(record.speakers[0]).toMatchObject({
      official: { name: 'Ana Peña' },
      role: { title: { en: 'Police Chief' } },
    })
    expect(record.date).toEqual({
      edtf: '2025-01-20/2025-01-22',
      earliest: '2025-01-20',
      latest: '2025-01-22',
      asWritten: 'this week',
    })
    expect(record.variants[0]!.citation.source).toMatchObject({ outlet: 'The Paper', name: 'Chief speaks' })
    const [change] =
      await sql`SELECT by_id, detail FROM change WHERE command = 'drafts.publish' ORDER BY id LIMIT 1`.rows<{
        detail: unknown
      }>()
    expect(change).toMatchObject({
      by_id: 'system',
      detail: { published: expect.arrayContaining([`statements/${ids.statement}@1`]) },
    })
  })

  test('a draft is not public and is deleted on publication', async () => {
    const summary = { en: 'Canary in a draft.', es: 'Canario.' }
    const one = draft('statements', ids.statement, { ...inputs.statements, summary }, 1)
    await saveDrafts(editor, { drafts: [one] })
    const [live] = await sql`SELECT card::text AS card FROM statement`.rows<{ card: string }>()
    expect(live!.card).not.toContain('Canary')
    await db.pool.query('DELETE FROM draft')
  })

  test('malformed text is rejected with the path of its field, and nothing is stored', async () => {
    const before = await countRows()
    const bad = {
      ...inputs.statements,
      variants: [{ ...inputs.statements.variants[0], passages: ['words nobody said'] }],
    }
    const good = { ...inputs.policies }
    const drafts = await saveDrafts(editor, {
      drafts: [draft('policies', ids.policy, good, 1), draft('statements', ids.statement, bad, 1)],
    })
    const failed = await publishDrafts(editor, { draftIds: drafts }).catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(Invalid)
    expect(JSON.stringify((failed as Invalid).issues)).toContain('validation.passageInQuote')
    const after = await countRows()
    expect({ ...after, draft: 0, draft_save: 0, change: 0, seal: 0 }).toEqual({
      ...before,
      draft: 0,
      draft_save: 0,
      change: 0,
      seal: 0,
    })
    await db.pool.query('DELETE FROM draft')
  })

  test('a draft based on an older version is a conflict', async () => {
    await expect(publishOne('statements', ids.statement, inputs.statements, 0)).rejects.toThrow(Conflict)
  })

  test('of concurrent publications, one succeeds and the others conflict', async () => {
    const version = (await lookUpStatement(ids.statement)) as { current: number }
    const drafts = [draft('statements', ids.statement, inputs.statements, version.current)]
    const draftIds = await saveDrafts(editor, { drafts })
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => publishDrafts(editor, { draftIds })))
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    for (const one of outcomes) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(NotFound)
  })

  test('concurrent first saves of a record all succeed and leave one draft', async () => {
    const drafts = [draft('labels', ids.label, inputs.labels, 1)]
    const saved = await Promise.all([1, 2, 3].map(() => saveDrafts(editor, { drafts })))
    expect(new Set(saved.flat()).size).toBe(1)
    const kept = await db.pool.query('SELECT save FROM draft_save WHERE draft_id = $1 ORDER BY save', [saved[0]![0]])
    expect(kept.rows).toEqual([{ save: 1 }, { save: 2 }, { save: 3 }])
    await db.pool.query('DELETE FROM draft')
  })

  test('a correction requires a reason, creates the next version, and leaves the old one readable', async () => {
    const { current } = (await lookUpStatement(ids.statement)) as { current: number }
    const summary = { en: 'Corrected.', es: 'Corregido.' }
    const data = { ...inputs.statements, summary }
    await expect(publishOne('statements', ids.statement, data, current, { kind: 'corrected' })).rejects.toThrow(Invalid)
    await publishOne('statements', ids.statement, data, current, {
      kind: 'corrected',
      reason: { en: 'The summary was wrong.' },
    })
    expect(await lookUpStatement(ids.statement)).toMatchObject({
      current: current + 1,
      record: { summary, version: current + 1 },
    })
    expect(await lookUpStatement(ids.statement, current)).toMatchObject({
      current: current + 1,
      record: { version: current, summary: inputs.statements.summary },
    })
    expect(await lookUpStatement(ids.statement, 99)).toEqual({ status: 'missing' })
  })

  test('a rename updates the cards that show the record', async () => {
    await publishOne('officials', ids.chief, { ...inputs.officials, name: 'Ana Peña Ruiz' }, 1)
    expect(await lookUpStatement(ids.statement)).toMatchObject({
      record: {
        speakers: [{ official: { name: 'Ana Peña Ruiz' } }],
        path: `/statements/${ids.statement}-ana-pena-ruiz`,
      },
    })
    expect(await lookUpStance(ids.stance)).toMatchObject({ record: { statements: [{ name: 'Ana Peña Ruiz' }] } })
  })

  test('a stance shows its successor', async () => {
    const next = 'ns00000001'
    await publishOne('stances', next, { ...inputs.stances, value: 'will_cooperate', supersedesId: ids.stance })
    expect(await lookUpStance(ids.stance)).toMatchObject({ record: { supersededBy: { id: next } } })
  })
})

describe('withdrawing', () => {
  const reason = { en: 'It was another person.', es: 'Era otra persona.' }

  test('is rejected while other entries reference the record', async () => {
    await expect(withdrawRecord(editor, { type: 'statements', id: ids.statement, reason })).rejects.toThrow(Conflict)
  })
  test('leaves the reason at the URL and removes the record from lists and search', async () => {
    await withdrawRecord(editor, { type: 'labels', id: ids.label, reason })
    const { lookUpLabel } = await import('@/lib/records/labels/queries')
    expect(await lookUpLabel(ids.label)).toMatchObject({ status: 'withdrawn', reason })
    expect((await COLLECTIONS.labels.list({})).total).toBe(0)
  })
  test('cannot be repeated, and the record can be published again', async () => {
    await expect(withdrawRecord(editor, { type: 'labels', id: ids.label, reason })).rejects.toThrow(NotFound)
    await publishOne('labels', ids.label, inputs.labels, 2, { kind: 'restored' })
    const { lookUpLabel } = await import('@/lib/records/labels/queries')
    expect(await lookUpLabel(ids.label)).toMatchObject({ status: 'found', current: 3 })
  })
})

test('the read pool rejects writes', async () => {
  await expect(sql`DELETE FROM label`.rows()).rejects.toThrow('read-only transaction')
})

test('the loader’s actor is no person', () => expect(SYSTEM.id).toBe('system'))
