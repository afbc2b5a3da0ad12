import { filtersOf, slim } from './lists'
import type { Ask } from './server'

export const record = async (ask: Ask, id: string): Promise<string | null> => {
  const [found] = await ask<{ card: string }>('record', `SELECT card::text FROM statement WHERE id = $1`, [id])
  return found?.card ?? null
}

/** Facet counts: the number of statements for each code of each filter, under the other filters. */
export const facets = async (ask: Ask, params: URLSearchParams): Promise<string> => {
  const filters = filtersOf(params)
  const names = Object.keys(filters)
  const count = (left: typeof filters, only: string | null) => {
    const { where, values } = slim(left, 2)
    return ask<{ facet: string; code: string; count: number }>(
      `facets ${Object.keys(left)} ${only ?? ''}`,
      `SELECT facet, code, count FROM (
         SELECT facet, code, count, row_number() OVER (PARTITION BY facet ORDER BY count DESC, code) AS place FROM (
           SELECT tag, count(*)::int AS count FROM reference.listed, unnest(tags) tag WHERE ${where} GROUP BY tag
         ) counted JOIN reference.code ON number = tag WHERE $1::text IS NULL OR facet = $1
       ) options WHERE place <= 300`,
      [only, ...values],
    )
  }
  const own = names.map((name) =>
    count(Object.fromEntries(Object.entries(filters).filter(([one]) => one !== name)), name),
  )
  const [all, ...others] = await Promise.all([count(filters, null), ...own])
  return JSON.stringify([...all!.filter(({ facet }) => !names.includes(facet)), ...others.flat()])
}

/** The text search query, whose last word is a prefix, with its parameters. */
const searched = (params: URLSearchParams): { query: string; words: string[] } => {
  const words = params.get('q')!.split(' ')
  return {
    query: words.map((_, at) => `words_query($${at + 1}, false, ${at === words.length - 1})`).join(' && '),
    words,
  }
}

/** The twenty most relevant of the newest 2,000 matching statements. */
export const ranked = async (ask: Ask, params: URLSearchParams): Promise<string> => {
  const { query, words } = searched(params)
  const rows = await ask<{ card: string }>(
    '',
    `WITH asked AS (SELECT ${query} AS query),
       newest AS MATERIALIZED (SELECT id, search FROM reference.text, asked WHERE search @@ query ORDER BY published_at DESC LIMIT 2000),
       best AS (SELECT id, ts_rank_cd(search, query) AS rank FROM newest, asked ORDER BY rank DESC, id LIMIT 20)
     SELECT card::text FROM best JOIN statement USING (id) ORDER BY rank DESC, id`,
    words,
  )
  return `{"data":[${rows.map(({ card }) => card).join(',')}]}`
}

/** The twenty most relevant of all matching statements. */
export const fullyRanked = async (ask: Ask, params: URLSearchParams): Promise<string[]> => {
  const { query, words } = searched(params)
  const rows = await ask<{ id: string }>(
    '',
    `SELECT id FROM statement, (SELECT ${query} AS query) asked WHERE NOT represents AND search @@ query
     ORDER BY round(1000000000 * ts_rank_cd(search, query, 32))::bigint DESC, id LIMIT 20`,
    words,
  )
  return rows.map(({ id }) => id)
}

/** Names with the prefix, otherwise similar names. */
export const named = async (ask: Ask, params: URLSearchParams): Promise<string> => {
  const rows = await ask<{ card: string }>(
    'named',
    `WITH asked AS MATERIALIZED (SELECT fold($1) AS typed, replace(replace(fold($1), '%', ''), '_', '') || '%' AS start),
       near AS (
         (SELECT record_id, 3 + (folded = typed)::int AS score, weight FROM name, asked
          WHERE type = 'jurisdictions' AND folded LIKE start ORDER BY 2 DESC, weight DESC LIMIT 12)
         UNION ALL
         (SELECT record_id, similarity(folded, typed), weight FROM name, asked
          WHERE type = 'jurisdictions' AND folded % typed ORDER BY 2 DESC, weight DESC LIMIT 12)),
       best AS (SELECT record_id, max(score) AS score, max(weight) AS weight FROM near GROUP BY record_id ORDER BY 2 DESC, 3 DESC LIMIT 12)
     SELECT card::text FROM best JOIN jurisdiction ON id = record_id ORDER BY score DESC, best.weight DESC, id`,
    [params.get('q')],
  )
  return `{"data":[${rows.map(({ card }) => card).join(',')}]}`
}

export const changes = async (ask: Ask, params: URLSearchParams): Promise<string> => {
  const rows = await ask<{ line: string }>(
    'changes',
    `SELECT jsonb_build_object('type', type, 'id', record_id, 'version', version, 'kind', kind, 'reason', reason, 'at', at,
         'path', path)::text AS line
     FROM (SELECT type, record_id, version, kind, reason, at, card ->> 'path' AS path FROM revision
       WHERE at >= $1::timestamptz ORDER BY at, type, record_id, version LIMIT 50) newest`,
    [params.get('since')],
  )
  return `{"data":[${rows.map(({ line }) => line).join(',')}]}`
}
