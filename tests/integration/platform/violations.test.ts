import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { command } from '@/lib/platform/commands/command'
import { SYSTEM, type Actor } from '@/lib/platform/commands/permissions'
import { sql } from '@/lib/platform/database/sql'
import { transaction } from '@/lib/platform/database/write'
import { localizedMessage } from '@/lib/platform/i18n/translate'
import { Conflict } from '@/lib/platform/errors/errors'
import { publishDrafts, saveDrafts } from '@/lib/features/editing/commands'
import { mergeRecordValues } from '@/lib/features/merging/merge-values'
import { mergeRecords, undoMerge } from '@/lib/features/merging/commands'
import { idFor } from '@/lib/platform/publishing/ids'
import busyEn from '@/messages/admin/publishing.en.json'
import busyEs from '@/messages/admin/publishing.es.json'
import { testDatabase } from '../database'
import { citation, draft, ids, inputs, makeWorld, publishOne } from '../world'

const db = await testDatabase()
const editor: Actor = { id: 'editor-1', role: 'editor' }
beforeAll(makeWorld)

type Constraint = { name: string; table: string; type: 'c' | 'f' | 'u' | 'p' | 'x'; definition: string }

/** Every constraint of the schema, and every unique index that is none. */
const constraints = async (): Promise<Constraint[]> =>
  (
    await db.pool.query<Constraint>(`
      SELECT conname AS name, conrelid::regclass::text AS table, contype AS type, pg_get_constraintdef(oid) AS definition
      FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'f', 'u', 'p', 'x')
      UNION ALL
      SELECT indexrelid::regclass::text, indrelid::regclass::text, 'u', pg_get_indexdef(indexrelid)
      FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
      WHERE indisunique AND relnamespace = 'public'::regnamespace
        AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
      ORDER BY 1`)
  ).rows

const CODE = { c: '23514', f: '23503', u: '23505', p: '23505', x: '23P01' }

/** A command in which PostgreSQL refuses something, as a constraint would. */
const refuse = command({
  name: 'test.refuse',
  permission: 'draft:save',
  input: z.strictObject({ code: z.string(), name: z.string(), table: z.string(), through: z.enum(['rows', 'prisma']) }),
  run: async ({ tx, input: { code, name, table, through } }) => {
    const [code_, name_, table_] = [code, name, table].map((one) => `'${one.replaceAll("'", "''")}'`)
    const raise = `DO $$ BEGIN RAISE EXCEPTION 'refused by "%"', ${name_}
      USING ERRCODE = ${code_}, CONSTRAINT = ${name_}, TABLE = ${table_}; END $$`
    if (through === 'prisma') await tx.$executeRawUnsafe(raise)
    else
      await tx.rows(
        new (Object.getPrototypeOf(sql``).constructor as typeof import('@/lib/platform/database/sql').Sql)([raise], []),
      )
  },
})

const inWords = (error: unknown) => {
  expect(error).toBeInstanceOf(Conflict)
  const { message } = error as Conflict
  const words = message === 'publishing.busy' ? { en: busyEn.busy, es: busyEs.busy } : localizedMessage(message)
  expect(words.en).toMatch(/^\p{Lu}.*\.$/u)
  expect(words.es).toMatch(/^\p{Lu}.*\.$/u)
  expect(words.en).not.toMatch(/duplicate key|violates|SQL/)
  return words
}

const caught = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  )

describe('what the database refuses', () => {
  test('is a conflict in words, in both languages, for every constraint of the schema', async () => {
    const all = await constraints()
    expect(all.length).toBeGreaterThan(120)
    for (const { name, table, type } of all)
      for (const through of ['rows', 'prisma'])
        inWords(await caught(refuse(SYSTEM, { code: CODE[type], name, table: table.replaceAll('"', ''), through })))
  })

  test('is one for every check, whatever row violates it', async () => {
    // A row of nulls and defaults is refused by NOT NULL first, so each check is turned into one that nothing satisfies.
    const checks = (await constraints()).filter(({ type }) => type === 'c')
    const tried: string[] = []
    for (const { name, table } of checks) {
      const { rows } = await db.pool.query(`SELECT count(*)::int AS n FROM ${table}`)
      if (!rows[0].n || /^(revision|change|seal)$/.test(table)) continue
      const violating = transaction(async (tx) => {
        await tx.$executeRawUnsafe(`ALTER TABLE ${table} DROP CONSTRAINT "${name}"`)
        await tx.$executeRawUnsafe(`ALTER TABLE ${table} ADD CONSTRAINT "${name}" CHECK (false) NOT VALID`)
        const [column] = await tx.$queryRawUnsafe<{ name: string }[]>(
          `SELECT quote_ident(attname) AS name FROM pg_attribute WHERE attrelid = '${table}'::regclass AND attnum = 1`,
        )
        await tx.$executeRawUnsafe(`UPDATE ${table} SET ${column!.name} = ${column!.name}`)
      })
      inWords(await caught(violating))
      tried.push(name)
    }
    expect(tried.length).toBeGreaterThan(40)
  })

  test('names the entry that has the same address, link or identifier', async () => {
    const town = {
      ...Object.fromEntries(
        ['geoid', 'ocdId', 'geonamesId', 'countyGeoid', 'population', 'lat', 'lon', 'note'].map((one) => [one, null]),
      ),
      kind: 'city',
      name: 'Other',
      fullName: 'Other, Texas',
      usps: 'TX',
      path: '/tx/el-paso',
      parentId: ids.state,
      aliases: [],
    }
    const same = await caught(publishOne('jurisdictions', idFor('jurisdictions', 'same address'), town))
    expect(inWords(same).en).toContain('/tx/el-paso')
    const link = { ...inputs.sources, title: 'The same link' }
    const source = await caught(publishOne('sources', idFor('sources', 'same link'), link))
    expect(inWords(source).en).toContain(ids.source)
    await publishOne('officials', idFor('officials', 'a'), { ...inputs.officials, name: 'A', bioguide: 'P000009' })
    const b = { ...inputs.officials, name: 'B', bioguide: 'P000009' }
    expect(inWords(await caught(publishOne('officials', idFor('officials', 'b'), b))).en).toContain(
      idFor('officials', 'a'),
    )
    const next = { ...inputs.stances, supersedesId: ids.stance }
    await publishOne('stances', idFor('stances', 'next'), next)
    const other = await caught(publishOne('stances', idFor('stances', 'other next'), next))
    expect(inWords(other).en).toContain(idFor('stances', 'next'))
  })

  test('names the entry that is missing', async () => {
    const away = idFor('organizations', 'away')
    const data = { ...inputs.policies, organizationId: away }
    const [id] = await saveDrafts(SYSTEM, { drafts: [draft('policies', ids.policy, data, 1)] })
    await db.pool.query(`INSERT INTO draft (id, type, record_id, base_version, data, author_id, title)
      VALUES ('organizations-${away}', 'organizations', '${away}', 0, '{}', 'x', 'x')`)
    const { publish } = await import('@/lib/platform/publishing/publish')
    const { RECORD_TYPES } = await import('@/lib/records/registry')
    const entry = { type: 'policies', id: ids.policy, baseVersion: 1, data }
    const refused = await caught(transaction((tx) => publish(tx, RECORD_TYPES, 'x', [entry])))
    expect(inWords(refused).en).toContain(`/organizations/${away}`)
    await db.pool.query('DELETE FROM draft')
    expect(id).toBeDefined()
  })
})

describe('commands that lose against another one', () => {
  /** Changes two records in an order, and waits in between, so that the reverse order deadlocks. */
  const both = (first: string, second: string) =>
    command({
      name: 'test.both',
      permission: 'draft:save',
      input: z.strictObject({}),
      run: async ({ tx }) => {
        await tx.rows(sql`UPDATE draft SET updated_at = now() WHERE id = ${first}`)
        await tx.rows(sql`SELECT pg_sleep(0.2)`)
        await tx.rows(sql`UPDATE draft SET updated_at = now() WHERE id = ${second}`)
      },
    })

  test('run again when they deadlock, and all succeed', async () => {
    const [a, b] = (await saveDrafts(SYSTEM, {
      drafts: [draft('labels', ids.label, inputs.labels, 1), draft('policies', ids.policy, inputs.policies, 1)],
    })) as [string, string]
    const before = (await db.pool.query(`SELECT count(*)::int AS n FROM change WHERE command = 'test.both'`)).rows[0].n
    await Promise.all([both(a, b)(SYSTEM, {}), both(b, a)(SYSTEM, {}), both(a, b)(SYSTEM, {})])
    const after = (await db.pool.query(`SELECT count(*)::int AS n FROM change WHERE command = 'test.both'`)).rows[0].n
    expect(after - before).toBe(3)
    await db.pool.query('DELETE FROM draft')
  })

  test('are told so in words when they lose each time', async () => {
    const losing = command({
      name: 'test.losing',
      permission: 'draft:save',
      input: z.strictObject({ code: z.enum(['40001', '40P01']) }),
      run: ({ tx, input: { code } }) => tx.$executeRawUnsafe(`DO $$ BEGIN RAISE SQLSTATE '${code}'; END $$`),
    })
    for (const code of ['40001', '40P01']) inWords(await caught(losing(SYSTEM, { code })))
  })

  test('publish each other’s links at once: both succeed, or one is told', async () => {
    for (let round = 0; round < 5; round++) {
      const [first, second] = await Promise.all(
        [
          [
            ['labels', ids.label, inputs.labels],
            ['policies', ids.policy, inputs.policies],
          ],
          [
            ['policies', ids.policy, inputs.policies],
            ['labels', ids.label, inputs.labels],
          ],
        ].map(async (pair) => {
          const versions = new Map(
            (await db.pool.query('SELECT record_id, max(version) AS version FROM revision GROUP BY 1')).rows.map(
              (row) => [row.record_id, row.version],
            ),
          )
          const drafts = pair.map(([type, id, data]) =>
            draft(type as 'labels', id as string, data as object, versions.get(id)),
          )
          return caught(saveDrafts(editor, { drafts }).then((draftIds) => publishDrafts(editor, { draftIds })))
        }),
      )
      for (const error of [first, second]) if (error) expect((error as Error).name).toMatch(/Conflict|NotFound/)
      await db.pool.query('DELETE FROM draft')
    }
  })
})

test('undoing a merge leads restored links to what took the place of records that were merged since', async () => {
  const [old, now] = [idFor('organizations', 'old council'), idFor('organizations', 'new council')]
  const twin = idFor('officials', 'twin of chief')
  const council = { ...inputs.organizations, kind: 'council', aliases: [] }
  await publishOne('organizations', old, { ...council, name: 'Old council' })
  await publishOne('organizations', now, { ...council, name: 'New council' })
  const role = {
    ...inputs.officials.roles[0]!,
    organizationId: old,
    citations: [citation({ exact: 'Chief Ana Peña' })],
  }
  await publishOne('officials', twin, { ...inputs.officials, name: 'Anna Pena', bioguide: null, roles: [role] })
  const newest = async (id: string) =>
    (await db.pool.query('SELECT version, data FROM revision WHERE record_id = $1 ORDER BY version DESC LIMIT 1', [id]))
      .rows[0]
  const merge = async (type: 'officials' | 'organizations', from: string, into: string, more: object = {}) => {
    const [goes, stays] = [await newest(from), await newest(into)]
    const data = { ...mergeRecordValues(type, stays.data, goes.data, { from, into }), ...more }
    const versions = { from: goes.version, into: stays.version }
    return mergeRecords(editor, { type, from, into, data, versions, reason: { en: 'One.' } })
  }
  const { roles } = (await newest(ids.chief)).data
  const { id } = await merge('officials', twin, ids.chief, { roles })
  await merge('organizations', old, now)
  await undoMerge(editor, { id })
  expect((await newest(twin)).data.roles[0].organizationId).toBe(now)
})
