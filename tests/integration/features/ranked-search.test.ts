import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { GET as list } from '@/app/api/v1/[type]/route'
import { csvOf } from '@/lib/features/exports/formats'
import { readView } from '@/lib/features/exports/list-view'
import { statementCollection } from '@/lib/records/statements/queries'
import { readPool } from '@/lib/platform/database/pool'
import { MAX_RANKED } from '@/lib/platform/lists/ranked'
import { settings } from '@/lib/platform/settings/settings'
import { contentDatabase } from '@/tests/integration/content'

await contentDatabase()

const COPIES = MAX_RANKED + 150
const text = 'police'

/** Copies of the first content with other dates, some undated, in which the search words occur more or less often. */
beforeAll(async () => {
  const client = new pg.Client({ connectionString: settings().databaseUrl! })
  await client.connect()
  await client.query('SET session_replication_role = replica')
  await client.query(
    `INSERT INTO statement SELECT copy.* FROM generate_series(1, $1::int) n
       CROSS JOIN LATERAL (SELECT CASE WHEN n % 40 > 0 THEN '2024-01-01'::date + n * 31 % 700 END AS day) dated
       CROSS JOIN LATERAL (SELECT * FROM statement ORDER BY id OFFSET n % 20 LIMIT 1) s
       CROSS JOIN LATERAL jsonb_populate_record(NULL::statement, to_jsonb(s) || jsonb_build_object(
         'id', lpad(to_hex(n * 7919 % 65521), 10, '0'), 'path', '/statements/' || lpad(to_hex(n), 10, '0'), 'represents', false,
         'date_edtf', day, 'date_earliest', day, 'date_latest', day, 'date_as_written', NULL,
         'card', s.card || jsonb_build_object('id', lpad(to_hex(n * 7919 % 65521), 10, '0')),
         'search', to_tsvector('record_en', repeat('police officer ', n % 9 + 1) || repeat('other ', n % 5) || n)::text)) copy`,
    [COPIES],
  )
  await client.end()
})

const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id)

test('of many results the latest are ranked, the others follow, and pages and exports have each once', async () => {
  const walked: string[] = []
  for (let after: string | undefined, pages = 0; pages < 20; pages++) {
    const page = await statementCollection.list({ filters: { text }, size: 190, after })
    expect(page).toMatchObject({ total: MAX_RANKED, more: true })
    walked.push(...idsOf(page.rows))
    if (page.next === null) break
    after = page.next
  }
  expect(new Set(walked).size).toBe(walked.length)
  expect(walked).toHaveLength(await statementCollection.count({ text }))

  let csv = ''
  for await (const piece of csvOf(readView('statements', new URLSearchParams({ q: text })).view)) csv += piece
  expect([...csv.matchAll(/^([0-9a-z]{10}),/gm)].map(([, id]) => id)).toEqual(walked)

  const { rows: usual } = await readPool().query<{ id: string }>(
    'SELECT id FROM statement WHERE id = ANY($1) ORDER BY date_latest DESC NULLS LAST, id',
    [walked],
  )
  expect(new Set(walked.slice(0, MAX_RANKED))).toEqual(new Set(idsOf(usual).slice(0, MAX_RANKED)))
  expect(walked.slice(MAX_RANKED)).toEqual(idsOf(usual).slice(MAX_RANKED))
})

test('few results are all ranked', async () => {
  const filters = { text: 'police', date: { from: '2025-06' } }
  const page = await statementCollection.list({ filters, size: 200 })
  const { rows } = await readPool().query<{ id: string }>(
    `SELECT id FROM statement WHERE search @@ plainto_tsquery('record_en', 'police') AND NOT represents AND id = ANY($1)
     ORDER BY ts_rank_cd(search, to_tsquery('record_name', 'police') || to_tsquery('record_en', 'police')
       || to_tsquery('record_es', 'police') || to_tsquery('record_name', 'police:*'), 32) DESC, id`,
    [idsOf((await statementCollection.list({ filters, size: 1_000 })).rows)],
  )
  expect(page.more).toBeUndefined()
  expect(idsOf(page.rows)).toEqual(idsOf(rows).slice(0, 200))
})

test('an incomplete count is marked in the sentence and in the API', async () => {
  const answer = await list(new Request(`https://record.example/api/v1/statements?q=${text}&sort=newest`), {
    params: Promise.resolve({ type: 'statements' }),
  })
  expect(await answer.json()).toMatchObject({ total: MAX_RANKED, more: true })
  const { sentence } = statementCollection.filters
  const said = { count: MAX_RANKED, more: true }
  expect(sentence({ text }, 'en', said)).toBe('More than 2,000 statements with “police”')
  expect(sentence({ text }, 'es', said)).toBe('Más de 2,000 declaraciones con «police»')
})
