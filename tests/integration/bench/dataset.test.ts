import { expect, test } from 'vitest'
import { withConnection } from '@/scripts/postgres/databases'
import { settings } from '@/lib/platform/settings/settings'
import type { Statement } from '@/lib/records/statements/schema'
import { statementCollection } from '@/lib/records/statements/queries'
import { RECORD_TYPES } from '@/lib/records/registry'
import { transaction } from '@/lib/platform/database/write'
import type { AnyRecordType, RecordBase } from '@/lib/platform/publishing/record-type'
import { fill } from '@/tests/bench/dataset/fill'
import { RECORDS } from '@/tests/bench/dataset/tables'
import { contentDatabase } from '../content'

await contentDatabase()
const SIZE = 200
await fill(settings().databaseUrl!, SIZE, () => {})

const rows = <Row extends object>(text: string) =>
  withConnection(settings().databaseUrl!, (client) => client.query<Row>(text).then((found) => found.rows))

test.each(Object.entries(RECORDS))(
  'every generated %s is a complete public record with history and search text',
  async (table, type) => {
    const made = await rows<{ card: object; path: string; versions: number; version: number; words: number }>(
      `SELECT card, path, version, length(search) AS words,
       (SELECT count(*)::int FROM revision WHERE type = '${type}' AND record_id = id) AS versions
     FROM "${table}" WHERE EXISTS (SELECT FROM revision WHERE record_id = "${table}".id AND by_id = 'bench')`,
    )
    expect(made.length).toBeGreaterThan(10)
    for (const { card, path, version, versions, words } of made) {
      const record = RECORD_TYPES[type].record.parse(card)
      expect(record).toEqual(card)
      expect(record.path).toBe(path)
      expect(versions).toBe(version)
      expect(words).toBeGreaterThan(0)
    }
  },
)

test.each(Object.entries(RECORDS))('the tables of a generated %s match its card', async (table, type) => {
  const cards = await rows<{ card: RecordBase }>(
    `SELECT card FROM "${table}" WHERE EXISTS (SELECT FROM revision WHERE record_id = "${table}".id AND by_id = 'bench')`,
  )
  const { read, record } = RECORD_TYPES[type] as AnyRecordType
  const found = await transaction((tx) =>
    read(
      tx,
      cards.map(({ card }) => card.id),
    ),
  )
  const said = new Map<string, object>(found.map((one) => [one.id, one]))
  for (const { card } of cards) expect(record.parse({ ...card, ...said.get(card.id) })).toEqual(card)
  expect(said.size).toBe(cards.length)
})

test('generated rows satisfy every database constraint of published rows', async () => {
  await withConnection(settings().databaseUrl!, async (client) => {
    const { rows: rules } = await client.query<{ rule: string; table: string }>(
      `SELECT quote_ident(conname) AS rule, conrelid::regclass::text AS table FROM pg_constraint
       WHERE contype IN ('f', 'c') AND connamespace = 'public'::regnamespace`,
    )
    await client.query(`UPDATE pg_constraint SET convalidated = false WHERE contype IN ('f', 'c')`)
    for (const { rule, table } of rules) await client.query(`ALTER TABLE ${table} VALIDATE CONSTRAINT ${rule}`)
    await client.query('BEGIN')
    for (const table of [...Object.keys(RECORDS), 'statement_variant', 'citation'])
      await client.query(`UPDATE "${table}" SET id = id${table in RECORDS ? ', version = version' : ''}`)
    await client.query('COMMIT') // asks the triggers
  })
})

test('list counts match the parties and bodies of the cards', async () => {
  const cards = (await rows<{ card: Statement }>('SELECT card FROM statement')).map(({ card }) => card)
  const values = statementCollection.filters.parse(new URLSearchParams(), []).values
  const { party, organization } = await statementCollection.facets(values)
  const said = (of: (speaker: Statement['speakers'][number]) => (string | undefined | null)[], code: string) =>
    cards.filter(({ speakers }) => speakers.some((one) => of(one).includes(code))).length
  for (const { code, count } of party!) expect([code, count]).toEqual([code, said(({ role }) => [role?.party], code)])
  expect(organization!.length).toBeGreaterThan(10)
  for (const { code, count } of organization!)
    expect([code, count]).toEqual([code, said((by) => [by.organization?.id, by.role?.organization?.id], code)])
})

test('no entry is later than September 2026, so new publications sort first', async () => {
  const [found] = await rows<{ last: Date }>(`SELECT max(at) AS last FROM revision WHERE by_id = 'bench'`)
  expect(found!.last.getTime()).toBeLessThan(Date.UTC(2026, 9, 1))
})

test('every statement can be found by its text and by its places', async () => {
  const [found] = await rows<{ words: number; places: number; names: number }>(
    `SELECT (SELECT count(*)::int FROM statement WHERE search @@ websearch_to_tsquery('record_en', 'says')) AS words,
       (SELECT count(DISTINCT statement_id)::int FROM statement_place) AS places,
       (SELECT count(*)::int FROM name WHERE folded = '') AS names`,
  )
  expect(found!.places).toBeGreaterThanOrEqual(SIZE)
  expect(found!.words).toBeGreaterThanOrEqual(SIZE)
  expect(found!.names).toBe(0)
})
