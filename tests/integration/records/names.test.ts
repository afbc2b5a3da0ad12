import { expect, test } from 'vitest'
import { searchPlaces, suggest } from '@/lib/features/search/queries'
import { readPool } from '@/lib/platform/database/pool'
import { contentDatabase } from '@/tests/integration/content'

await contentDatabase()

/** The reference: compares every name with the query. Slow but obviously correct. */
const EVERY = `
  SELECT type, record_id, max(weight) AS weight, max(CASE WHEN folded = fold($1) THEN 4 WHEN starts_with(folded, fold($1)) THEN 3
    WHEN length(fold($1)) > 2 AND strpos(folded, ' ' || fold($1)) > 0 THEN CASE type WHEN 'jurisdictions' THEN 1.5 ELSE 2 END
    WHEN NOT folded % fold($1) OR type = 'jurisdictions' AND (similarity(folded, fold($1)) < 0.5 OR left(folded, 1) <> left(fold($1), 1)) THEN 0
    ELSE similarity(folded, fold($1)) END) AS score
  FROM name GROUP BY type, record_id`

/** Best matches first: score, size, then the full name, so that namesakes stand in the order of their states. */
const ranked = async (typed: string) => {
  const { rows } = await readPool().query<{ type: string; path: string; score: number; place: number }>(
    `WITH named AS (
       SELECT every.type, every.record_id, every.weight, coalesce(j.path, o.path, g.path) AS path,
         coalesce(j.full_name, o.name, g.name) AS label,
         CASE WHEN j.kind IN ('state', 'district', 'territory') AND fold(j.name) = fold($1) THEN 10 ELSE every.score END AS score
       FROM (${EVERY}) every
       LEFT JOIN jurisdiction j ON j.id = record_id LEFT JOIN official o ON o.id = record_id LEFT JOIN organization g ON g.id = record_id
       WHERE every.score > 0)
     SELECT type, path, row_number() OVER (PARTITION BY type ORDER BY score DESC, weight DESC, label, record_id)::int AS place
     FROM named ORDER BY score DESC, weight DESC, label, record_id`,
    [typed],
  )
  return rows
}

const TYPED = [
  's',
  'sa',
  'san',
  'san a',
  'el pa',
  'El Paso',
  'chica',
  'mineapolis',
  'garc',
  'st lou',
  'city of',
  'police',
]
const ODD = ['%', '_', '\\', 'denver%', 'gov', 'peña', "o'", 'zzzz', 'washington', 'paso', 'of']

test.each([...TYPED, ...ODD])('the suggestions for “%s” are the best matches of all names', async (typed) => {
  const all = await ranked(typed)
  const most: Record<string, number> = { jurisdictions: 5, officials: 3, organizations: 3 }
  const suggested = all.filter(({ type, place }) => place <= most[type]!).slice(0, 8)
  expect((await suggest(typed)).map(({ path }) => path)).toEqual(suggested.map(({ path }) => path))
  const places = all.filter(({ type }) => type === 'jurisdictions').slice(0, 12)
  expect((await searchPlaces(typed)).map(({ path }) => path)).toEqual(places.map(({ path }) => path))
})
