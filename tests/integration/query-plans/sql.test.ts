import pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { COLLECTIONS } from '@/lib/records/collections'
import { timeline } from '@/lib/features/timeline/queries'
import { listCorrections } from '@/lib/features/corrections/queries'
import { findText } from '@/lib/features/exports/find-record'
import { lookUpPlace, nearby } from '@/lib/records/jurisdictions/queries'
import { stanceMap } from '@/lib/features/map/queries'
import { officialsAt, officialsOf } from '@/lib/records/officials/queries'
import { policiesAt, policiesCiting } from '@/lib/records/policies/queries'
import { kindsInOrder, search, suggest } from '@/lib/features/search/queries'
import { stancesAt, stancesCiting, stancesOf, stancesRestingOn } from '@/lib/records/stances/queries'
import {
  countStatementsAt,
  representedAt,
  statementsAnswering,
  statementsAt,
  statementsBy,
  statementsCiting,
  statementsOf,
} from '@/lib/records/statements/queries'
import type { Collection } from '@/lib/platform/lists/collection'
import { toQuery, identifier, sql } from '@/lib/platform/database/sql'
import { createSqlSource } from '@/lib/platform/lists/sql-source'
import { sortExpression } from '@/lib/platform/lists/keyset'
import { writeCursor } from '@/lib/platform/lists/read-cards'
import { MAX_RANKED, MAX_SORTED, sortAllRanked } from '@/lib/platform/lists/ranked'
import { settings } from '@/lib/platform/settings/settings'
import { largeDatabase } from './large-database'
import { type Step, faultsOf, plansOf, sizes } from './query-plan'

// PostgreSQL plans for 20,000 statements, with the settings of the read pool. The tests show that an index fits each query
// and that the planner chooses it. They do not measure time, and they cover one value per query. Plans of small tables are
// not checked.

await largeDatabase()

let rows: Map<string, number>
/** The ids with the most statements: the hardest case of each query. */
const most = { place: '', official: '', body: '', source: '', action: '', statement: '' }

beforeAll(async () => {
  rows = await sizes()
  const client = new pg.Client({ connectionString: settings().databaseUrl! })
  await client.connect()
  const top = async (column: string, from: string) =>
    (
      await client.query<{ id: string }>(
        `SELECT ${column} AS id FROM ${from} WHERE ${column} IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1`,
      )
    ).rows[0]!.id
  most.place = await top('jurisdiction_id', 'statement_place')
  most.official = await top('official_id', 'statement_speaker')
  most.body = await top('organization_id', 'statement_speaker')
  most.source = await top('source_id', 'citation')
  most.action = await top('federal_action_id', 'statement_answer')
  most.statement = await top('statement_id', 'stance_statement')
  await client.end()
})

const faults = async (work: () => Promise<unknown>, most?: number) =>
  (await plansOf(work)).flatMap(({ text, plan }) => faultsOf(plan, rows, most).map((fault) => `${fault}: ${text}`))

describe('a list page reads an index range', () => {
  const lists: Record<string, () => Promise<unknown>> = {
    'a record': () => COLLECTIONS.statements.lookUp(most.statement),
    'a record as JSON': () => findText('statements', most.statement),
    'an old version of a record': () => COLLECTIONS.statements.lookUp(most.statement, 1),
    'a place’s statements': () => statementsAt(most.place),
    'the number of a place’s statements before a day': () => countStatementsAt(most.place, '2024-01-01'),
    'statements of a place’s representatives': () => representedAt(most.place),
    'an official’s statements': () => statementsBy(most.official),
    'a body’s statements': () => statementsOf(most.body),
    'statements that cite a source': () => statementsCiting(most.source),
    'answers to a federal action': () => statementsAnswering(most.action),
    'a place’s stances': () => stancesAt(most.place),
    'a body’s stances': () => stancesOf(most.body),
    'stances that rest on a statement': () => stancesRestingOn(most.statement),
    'stances that cite a source': () => stancesCiting(most.source),
    'a place’s policies': () => policiesAt(most.place),
    'policies that cite a source': () => policiesCiting(most.source),
    'a place’s officials': () => officialsAt(most.place),
    'a body’s officials': () => officialsOf(most.body),
    'places near a place': async () => {
      const lookup = await lookUpPlace('/tx/el-paso')
      return lookup.status === 'found' && nearby(lookup.record)
    },
    corrections: () => listCorrections(),
    'the timeline': () => timeline(),
    'a later page of the timeline': () => timeline({ after: writeCursor({ key: '2024-03-01', id: most.statement }) }),
    suggestions: () => suggest('denv'),
    'a search': () => search('sheriff detainers'),
    'the record types of a search': () => kindsInOrder('garcia'),
    'places that have entries': () => COLLECTIONS.jurisdictions.count({ entries: true }),
    'the map': () => stanceMap('mass-removal'),
    'statements by text and dates': () =>
      COLLECTIONS.statements.list({ filters: { text: 'police', date: { from: '2025-01', to: '2025-02' } } }),
  }
  test.each(Object.entries(lists))('%s', async (_, work) => expect(await faults(work)).toEqual([]))
})

const LARGE_COLLECTIONS = [COLLECTIONS.statements, COLLECTIONS.sources, COLLECTIONS.stances] as unknown as Collection[]

describe.each(LARGE_COLLECTIONS.map((one) => [one.table, one] as const))('%s', (_, collection) => {
  const { sorts } = collection
  const database = createSqlSource(collection, (values, sort = '') => {
    const all = collection.sortsFor(values)
    return all[sort] ?? Object.values(all)[0]!
  })

  test.each(Object.keys(sorts))('a deep page in the order “%s” reads an index range', async (sort) => {
    const { next } = await database.list({ sort, size: 500 })
    const plans = await plansOf(() => database.list({ sort, after: next! }))
    const pages = plans.filter(({ text }) => !text.startsWith('SELECT count(*)'))
    expect(pages).toHaveLength(plans.length - 1)
    expect(pages.flatMap(({ plan }) => faultsOf(plan, rows))).toEqual([])
  })

  test.each(Object.keys(sorts))('a file in the order “%s” starts with an index range', async (sort) => {
    const [first] = sortAllRanked(collection.table, sorts[sort]!, [])
    expect(await faults(() => first!.rows())).toEqual([])
  })

  test('a file has every record once, in its order', async () => {
    const [sort] = Object.values(sorts)
    const parts = sortAllRanked(collection.table, sort!, []).map(
      (part) => sql`SELECT card ->> 'id' AS id FROM (${part}) part`,
    )
    const found = await Promise.all(parts.map((part) => part.rows<{ id: string }>()))
    const direction = sort!.descending ? sql`DESC` : sql`ASC`
    const order = sql`ORDER BY ${sortExpression(sort!)} ${direction} NULLS LAST, id`
    expect(found.flat()).toEqual(await sql`SELECT id FROM ${identifier(collection.table)} ${order}`.rows())
    expect(found[1]!.length > 0).toBe(rows.get(collection.table)! > MAX_RANKED)
  })

  test.each(['police', '"immigration detainers"', 'denver or omaha'])(
    'a text search (%s) scans no whole table and sorts only its matches',
    async (text) => {
      for (const sort of Object.keys(collection.sortsFor({ text })))
        expect(await faults(() => database.list({ filters: { text }, sort }), MAX_SORTED + 1)).toEqual([])
    },
  )
})

test('without its index, the plan fails the check', async () => {
  const client = new pg.Client({ connectionString: settings().databaseUrl! })
  await client.connect()
  const { text, values } = toQuery(sql`SELECT id FROM statement ORDER BY updated_at DESC, id LIMIT 26`)
  const plan = async () => {
    const found = await client.query<{ 'QUERY PLAN': [{ Plan: Step }] }>(`EXPLAIN (FORMAT JSON) ${text}`, values)
    return faultsOf(found.rows[0]!['QUERY PLAN'][0].Plan, rows)
  }
  await client.query('BEGIN')
  expect(await plan()).toEqual([])
  await client.query('DROP INDEX statement_updated_at_id_idx')
  expect(await plan()).toEqual([expect.stringMatching(/^sorts \d+ rows$/), 'reads all of statement'])
  await client.query('ROLLBACK')
  await client.end()
})
