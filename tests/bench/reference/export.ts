import type { ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'

/** Escapes a cell for spreadsheets: an apostrophe before a text that begins like a formula. */
const cell = (text: string) => `CASE WHEN (${text}) ~ '^\\s*[=+@\\t\\r-]' THEN '''' || (${text}) ELSE ${text} END`

const CELLS = [
  ...['s.id', 's.path', 's.version', 's.published_at', 's.updated_at', 's.kind', 's.channel', 's.represents'],
  ...[`s.summary ->> 'en'`, `s.summary ->> 'es'`, `c.variants #>> '{0,passages,0}'`].map(cell),
  ...[`c.variants #>> '{0,citation,exact}'`, `c.variants #>> '{0,citation,source,name}'`].map(cell),
  ...['date_edtf', 'date_earliest', 'date_latest', 'date_as_written'].map((column) => `s.${column}`),
  ...['fidelity', 'source,url', 'source,outlet', 'source,kind'].map((path) => `c.variants #>> '{0,citation,${path}}'`),
  ...['official,name', 'role,title,en', 'role,party', 'organization,name'].map(
    (path) => `c.speakers #>> '{0,${path}}'`,
  ),
  ...['id', 'name', 'usps', 'kind'].map((path) => `c.places #>> '{0,${path}}'`),
  ...[`array_to_string(s.topics, '; ')`, `array_to_string(s.rationales, '; ')`, `c.answers #>> '{0,name}'`],
]
const RECORD = 'jsonb_to_record(s.card) AS c (speakers jsonb, places jsonb, variants jsonb, answers jsonb)'

/** All statements, directly from PostgreSQL: `?format=csv` or `json` (one record per line). */
export async function exported(pool: pg.Pool, params: URLSearchParams, res: ServerResponse): Promise<void> {
  const isCsv = params.get('format') === 'csv'
  const query = isCsv
    ? `COPY (SELECT ${CELLS.join(', ')} FROM statement s, ${RECORD} ORDER BY s.id) TO STDOUT (FORMAT csv)`
    : `COPY (SELECT card::text FROM statement ORDER BY id) TO STDOUT (FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02')`
  const client = await pool.connect()
  try {
    await pipeline(client.query(copyTo(query)), res)
    client.release()
  } catch (error) {
    console.error(error)
    client.release(true)
  }
}
