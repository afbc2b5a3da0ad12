import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settings } from '@/lib/platform/settings/settings'
import { contentDatabase } from '@/tests/integration/content'
import { cases } from '@/tests/fixtures/thorough'

await contentDatabase()

let client: pg.Client
beforeAll(async () => {
  client = new pg.Client({ connectionString: settings().databaseUrl! })
  await client.connect()
})
afterAll(() => client.end())

const WORDS = 'Ellis Ellisburg Ellison Elliot ellis.org Él the 12 120 Condados school schooling O’Brien o’brien'.split(
  ' ',
)
const text = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(' ', '-', '/', "'", '. ')), { minLength: 1, maxLength: 6 })
  .map((words) => words.flat().join(''))
const beginning = fc
  .tuple(fc.constantFrom(...WORDS), fc.integer({ min: 1, max: 9 }))
  .map(([word, length]) => /^[\p{L}\p{N}]+/u.exec(word.slice(0, length))![0])

test('a prefix finds every text with a word that begins with it', { timeout: 120_000 }, async () => {
  let met = 0
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 4 }), beginning, async (texts, word) => {
      await client.query('BEGIN')
      await client.query(`DELETE FROM search_word WHERE word >= 'a'`)
      await client.query(`CREATE TEMPORARY TABLE written (search tsvector) ON COMMIT DROP;
        CREATE TRIGGER learn_words AFTER INSERT ON written FOR EACH ROW EXECUTE FUNCTION learn_words()`)
      await client.query(
        `INSERT INTO written SELECT to_tsvector('record_name', one) || to_tsvector('record_en', one) || to_tsvector('record_es', one)
         FROM unnest($1::text[]) one`,
        [texts],
      )
      const { rows } = await client.query<{ found: boolean; begins: boolean; search: string }>(
        `SELECT search @@ words_found($1, false, true) AS found, search @@ words_query($1, false, true) AS begins, search::text
         FROM written`,
        [word],
      )
      await client.query('ROLLBACK')
      for (const { found, begins, search } of rows) expect({ search, found }).toEqual({ search, found: begins })
      met += rows.filter(({ found }) => found).length
    }),
    cases(60),
  )
  expect(met).toBeGreaterThan(0)
})

test('search_word has every word of the published records once', async () => {
  const { rows } = await client.query(
    `SELECT word FROM ts_stat('SELECT search FROM statement UNION ALL SELECT search FROM jurisdiction UNION ALL
       SELECT search FROM source UNION ALL SELECT search FROM federal_action') EXCEPT SELECT word FROM search_word`,
  )
  expect(rows).toEqual([])
  await client.query('BEGIN')
  const kept = async () =>
    (await client.query<{ many: number }>('SELECT count(*)::int AS many FROM search_word')).rows[0]!.many
  const before = await kept()
  await client.query(`UPDATE source SET search = to_tsvector('simple', 'zyzzyva zyzzyvas county')`)
  expect(await kept()).toBe(before + 2)
  await client.query('ROLLBACK')
})
