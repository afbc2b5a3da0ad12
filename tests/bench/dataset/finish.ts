import pg from 'pg'
import { PAST_CHECKS, RECORDS, type RecordTable, staged } from './tables'

const connected = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url, options: `${PAST_CHECKS} -c maintenance_work_mem=512MB` })
  await client.connect()
  return work(client).finally(() => client.end())
}

/** Drops every index that enforces no constraint, and returns the statements that recreate them. */
export const dropIndexes = (url: string): Promise<string[]> =>
  connected(url, async (client) => {
    const { rows } = await client.query<{ name: string; made: string }>(
      `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS made
       FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
       WHERE NOT indisunique AND relnamespace = 'public'::regnamespace AND relname <> 'jurisdiction'`,
    )
    for (const { name } of rows) await client.query(`DROP INDEX ${name}`)
    return rows.map(({ made }) => made)
  })

/** Moves staged records to their table, with their search words, and begins their history. */
export const settle = (url: string, table: RecordTable): Promise<void> =>
  connected(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT quote_ident(attname) AS name FROM pg_attribute
       WHERE attrelid = '"${table}"'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attname <> 'search'`,
    )
    const columns = rows.map(({ name }) => name).join(', ')
    await client.query(
      `INSERT INTO "${table}" (${columns}, search) SELECT ${columns},
         setweight(to_tsvector('record_name', words_names), 'A') || setweight(to_tsvector('record_en', words_en), 'B') ||
         setweight(to_tsvector('record_es', words_es), 'B') FROM ${staged(table)}`,
    )
    await client.query(
      `INSERT INTO revision (type, record_id, version, kind, data, card, reason, by_id, at)
       SELECT $1, id, made, CASE made WHEN 1 THEN 'published' ELSE 'corrected' END, '{}',
         CASE made WHEN version THEN card ELSE card || jsonb_build_object('version', made) END,
         CASE WHEN made > 1 THEN '{"en":"The day was wrong.","es":"El día estaba mal."}'::jsonb END, 'bench',
         CASE made WHEN 1 THEN published_at ELSE updated_at END
       FROM ${staged(table)}, generate_series(1, version) made`,
      [RECORDS[table]],
    )
    await client.query(`DROP TABLE ${staged(table)}`)
  })

/** Folds the names, recreates the indexes, and runs ANALYZE. */
export const finish = (url: string, indexes: readonly string[]): Promise<void> =>
  connected(url, async (client) => {
    await client.query(`UPDATE name SET folded = fold(name) WHERE folded = ''`)
    const tables = Object.keys(RECORDS)
    const words = tables.map((table) => `SELECT word FROM ts_stat('SELECT search FROM ${table}')`).join(' UNION ')
    await client.query(`INSERT INTO search_word ${words}`)
    for (const made of indexes) await client.query(made)
    await client.query('VACUUM ANALYZE')
  })
