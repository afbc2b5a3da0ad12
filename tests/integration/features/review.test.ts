import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { continueBulkRun } from '@/lib/features/editing/bulk'
import { bulkRun } from '@/lib/features/editing/bulk-queries'
import { listEntries, matchingDrafts } from '@/lib/features/editing/entry-queries'
import { entriesPath, readEntryFilters } from '@/lib/features/editing/entry-filters'
import { missing } from '@/lib/features/publish-checks/checklist'
import { previewPublish } from '@/lib/features/review/publish-preview'
import { publishDrafts, saveDrafts, scheduleDrafts } from '@/lib/features/editing/commands'
import type { Actor } from '@/lib/platform/commands/permissions'
import { Conflict, Forbidden, Invalid } from '@/lib/platform/errors/errors'
import { changePolicy } from '@/lib/platform/site-policy/site-policy'
import { idFor } from '@/lib/platform/publishing/ids'
import { startBulk } from '@/lib/platform/publishing/bulk-runs'
import { testDatabase } from '@/tests/integration/database'
import { draft, ids, inputs, makeWorld } from '@/tests/integration/world'

const db = await testDatabase()
const editor: Actor = { id: 'editor-1', role: 'editor' }
const colleague: Actor = { id: 'editor-2', role: 'editor' }
const administrator: Actor = { id: 'admin-1', role: 'administrator' }

const own = {
  source: idFor('sources', 'review source'),
  official: idFor('officials', 'review official'),
  statement: idFor('statements', 'review statement'),
}

const citationOf = (more: object = {}) => ({
  ...inputs.statements.variants[0]!.citation,
  sourceId: own.source,
  ...more,
})
const official = {
  ...inputs.officials,
  name: 'New Person',
  roles: [{ ...inputs.officials.roles[0]!, citations: [{ ...citationOf(), exact: 'New Person' }] }],
}
const statement = {
  ...inputs.statements,
  speakers: [{ officialId: own.official, organizationId: null, asPrinted: null }],
  variants: [{ ...inputs.statements.variants[0]!, citation: citationOf() }],
}
const source = { ...inputs.sources, url: 'https://paper.example/review', title: 'Review' }
const main = `statements-${own.statement}`

beforeAll(makeWorld)
beforeEach(async () => {
  await db.pool.query('DELETE FROM draft')
  await saveDrafts(editor, {
    drafts: [
      draft('statements', own.statement, statement),
      draft('officials', own.official, official),
      draft('sources', own.source, source),
    ],
  })
})

/** Everything in every table but the drafts' own. */
const everything = async (): Promise<string> => {
  const { rows } = await db.pool.query<{ name: string }>(
    'SELECT relname AS name FROM pg_stat_user_tables WHERE schemaname = current_schema() ORDER BY 1',
  )
  const tables = []
  for (const { name } of rows)
    tables.push(
      (await db.pool.query(`SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS sum FROM "${name}" t`)).rows[0],
    )
  return JSON.stringify(tables)
}

describe('a publish preview', () => {
  test('shows the cards of everything published together, and changes no row', async () => {
    const before = await everything()
    const preview = await previewPublish(editor, main)
    expect(preview!.drafts.map(({ id }) => id).toSorted()).toEqual(
      [main, `officials-${own.official}`, `sources-${own.source}`].toSorted(),
    )
    expect(preview!.offered.every(({ needed, chosen }) => needed && chosen)).toBe(true)
    expect(preview!.drafts[0]!.card).toMatchObject({ speakers: [{ official: { name: 'New Person' } }], version: 1 })
    expect(await everything()).toBe(before)
  })
  test('without the records it references names the missing ones and their fields', async () => {
    const preview = await previewPublish(editor, main, [])
    const [named] = missing(preview!.drafts[0]!.checks)
    expect(named).toMatchObject({ name: 'named' })
    expect(named!.places.map(({ path }) => path)).toContain('speakers.0.officialId')
    expect(preview!.drafts[0]!.card).toBeNull()
  })
  test('reports a version that another person published meanwhile', async () => {
    await saveDrafts(editor, { drafts: [draft('labels', ids.label, inputs.labels, 0)] })
    expect(await previewPublish(editor, `labels-${ids.label}`)).toMatchObject({
      problem: 'publishing.publishedMeanwhile',
    })
  })
})

describe('publishing', () => {
  test('is rejected with the path of every reference to a missing record', async () => {
    for (const refused of [
      publishDrafts(editor, { draftIds: [main] }),
      scheduleDrafts(editor, { drafts: [{ id: main, save: 1 }], at: '2099-01-01T00:00:00Z', zone: 'UTC' }),
    ]) {
      const error = await refused.catch((one: unknown) => one)
      expect(error).toBeInstanceOf(Invalid)
      expect(Object.keys((error as Invalid).issues)).toContain(`statements/${own.statement}: speakers.0.officialId`)
    }
  })
  test('is rejected for a source without an archived copy, a captured text or a reason', async () => {
    const bare = { ...source, captures: [], note: null, archiveUrl: null }
    const [id] = await saveDrafts(editor, { drafts: [draft('sources', own.source, bare)] })
    const error = await publishDrafts(editor, { draftIds: [id] }).catch((one: unknown) => one)
    expect((error as Invalid).issues).toHaveProperty([`sources/${own.source}: archiveUrl`])
  })
  test('needs a second person under the policy that asks for one', async () => {
    await changePolicy(administrator, { publishOwn: false, timeZone: 'America/New_York' })
    const draftIds = [main, `officials-${own.official}`, `sources-${own.source}`]
    expect(missing((await previewPublish(editor, main))!.drafts[0]!.checks)).toMatchObject([{ name: 'second' }])
    await expect(publishDrafts(editor, { draftIds })).rejects.toThrow(Forbidden)
    expect(missing((await previewPublish(colleague, main))!.drafts[0]!.checks)).toEqual([])
    await changePolicy(administrator, { publishOwn: true, timeZone: 'America/New_York' })
  })
})

describe('a bulk run', () => {
  const filters = readEntryFilters({ text: 'Bulk', type: 'sources' })
  beforeEach(async () => {
    const drafts = Array.from({ length: 12 }, (_, at) => {
      const one = { ...source, title: `Bulk ${at}`, url: `https://paper.example/bulk-${at}` }
      return draft('sources', idFor('sources', `bulk ${at}`), at === 5 ? { ...one, outlet: '' } : one)
    })
    await saveDrafts(editor, { drafts })
  })

  test('covers exactly the drafts that were selected, even when the list changes', async () => {
    const selected = await matchingDrafts(filters)
    expect(selected).toHaveLength(12)
    expect((await listEntries(filters)).drafts).toBe(12)
    const back = entriesPath(filters)
    await expect(startBulk(editor, { kind: 'discard', ids: selected, count: 13, back })).rejects.toThrow(Conflict)
    const { id } = await startBulk(editor, { kind: 'discard', ids: selected, count: 12, back })
    await saveDrafts(editor, {
      drafts: [draft('sources', idFor('sources', 'bulk late'), { ...source, title: 'Bulk late' })],
    })
    expect(await continueBulkRun(editor, id)).toBe(true)
    expect(await matchingDrafts(filters)).toEqual([`sources-${idFor('sources', 'bulk late')}`])
  })

  test('publishes drafts one by one; one that fails gives its reason and stops no other', async () => {
    const selected = await matchingDrafts(filters)
    const { id } = await startBulk(editor, { kind: 'publish', ids: selected, count: 12, back: '/admin/entries' })
    await continueBulkRun(editor, id)
    const run = await bulkRun(id)
    expect(run!.finishedAt).not.toBeNull()
    expect(run!.items.filter(({ state }) => state === 'done')).toHaveLength(11)
    expect(run!.items.find(({ state }) => state === 'failed')).toMatchObject({
      title: 'Bulk 5',
      message: expect.any(String),
    })
    expect(await matchingDrafts(filters)).toHaveLength(1)
  })

  test('can only be continued by the person who started it', async () => {
    const { id } = await startBulk(editor, { kind: 'discard', ids: [main], count: 1, back: '/admin/entries' })
    await expect(continueBulkRun(colleague, id)).rejects.toThrow(Forbidden)
  })
})
