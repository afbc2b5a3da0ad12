import type { ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { filtersOf } from './lists'

/** A text as a spreadsheet may open it: what begins like a formula gets an apostrophe. */
const cell = (text: string) => `CASE WHEN ${text} ~ '^[=+@\\t\\r-]' THEN '''' || ${text} ELSE ${text} END`
const first = (path: string) => `card #>> '{${path}}'`

const CELLS = [
  ...['id', 'path', 'version', 'publishedAt', 'updatedAt', 'kind', 'channel', 'summary,en', 'summary,es'],
  ...[
    'speakers,0,official,name',
    'speakers,0,role,title,en',
    'speakers,0,organization,name',
    'places,0,name',
    'places,0,usps',
  ],
  ...[
    'date,edtf',
    'date,earliest',
    'date,latest',
    'date,asWritten',
    'variants,0,passages',
    'variants,0,citation,exact',
  ],
  ...['variants,0,citation,fidelity', 'variants,0,citation,source,name', 'variants,0,citation,source,url'],
  ...['topics', 'rationales', 'positions', 'answers'],
]

/** All statements, straight from PostgreSQL: `?format=csv` or `json` (a record on each line). */
export async function exported(pool: pg.Pool, params: URLSearchParams, res: ServerResponse): Promise<void> {
  const isCsv = params.get('format') === 'csv'
  if (Object.keys(filtersOf(params)).some((name) => name !== 'format')) return void res.writeHead(404).end()
  const columns = CELLS.map((path, at) => `${cell(first(path))} AS c${at}`).join(', ')
  const query = isCsv
    ? `COPY (SELECT ${columns} FROM statement ORDER BY id) TO STDOUT (FORMAT csv)`
    : `COPY (SELECT card::text FROM statement ORDER BY id) TO STDOUT (FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02')`
  const client = await pool.connect()
  try {
    await pipeline(client.query(copyTo(query)), res)
    client.release()
  } catch {
    client.release(true)
  }
}
