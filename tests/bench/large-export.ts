// Exports 5,000 and then 50,000 statements as CSV, JSON and XLSX, reads them as fast as possible, and prints the memory
// used. With constant memory the last column stays near 1, although the files are ten times as large.
//
//   node --expose-gc --import tsx tests/bench/large-export.ts
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { GET } from '@/app/download/[...path]/route'
import { closePools } from '@/lib/platform/database/pool'
import { set } from '@/lib/platform/settings/settings'
import { openTestServer, withDatabase } from '@/scripts/postgres/databases'
import { contentTemplate, copyDatabase, dropDatabase } from '@/scripts/postgres/templates'

const SIZES = [5_000, 50_000]

const server = await openTestServer()
const name = `${server.prefix}${randomUUID().slice(0, 8)}`
await copyDatabase(server.admin, await contentTemplate(server), name)
set('DATABASE_URL', withDatabase(server.admin, name))
const db = new pg.Client({ connectionString: withDatabase(server.admin, name) })
await db.connect()
await db.query('SET session_replication_role = replica') // copies have no sources of their own

const fill = async (rows: number): Promise<void> => {
  const { n } = (await db.query<{ n: number }>('SELECT count(*)::int AS n FROM statement')).rows[0]!
  await db.query(
    `INSERT INTO statement SELECT copy.* FROM generate_series($1::int, $2::int) n
       CROSS JOIN LATERAL (SELECT * FROM statement ORDER BY id OFFSET n % 20 LIMIT 1) s
       CROSS JOIN LATERAL jsonb_populate_record(NULL::statement, to_jsonb(s) ||
         jsonb_build_object('id', lpad(to_hex(n), 10, '0'), 'path', '/statements/' || lpad(to_hex(n), 10, '0'))) copy`,
    [n + 1, rows],
  )
}

const MB = 1_048_576

/** The growth of the process while the file was read, and the size of the file. */
const measure = async (format: string): Promise<{ size: number; growth: number; seconds: number }> => {
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  const started = Date.now()
  const path = `statements.${format}`
  const response = await GET(new Request(`https://record.example/${path}`), {
    params: Promise.resolve({ path: [path] }),
  })
  let [size, peak] = [0, before]
  for await (const piece of response.body!) {
    size += (piece as Uint8Array).length
    peak = Math.max(peak, process.memoryUsage().rss)
  }
  return { size: size / MB, growth: (peak - before) / MB, seconds: (Date.now() - started) / 1000 }
}

const first: Record<string, number> = {}
for (const format of ['csv', 'json', 'xlsx']) await measure(format) // what is loaded once
for (const rows of SIZES) {
  await fill(rows)
  for (const format of ['csv', 'json', 'xlsx']) {
    const { size, growth, seconds } = await measure(format)
    first[format] ??= growth
    const ratio = growth / Math.max(first[format], 1)
    const figures = [`${size.toFixed(1)} MB`, `+${growth.toFixed(0)} MB`, `${seconds.toFixed(1)} s`, ratio.toFixed(1)]
    console.log([String(rows).padStart(7), format.padEnd(4), ...figures].join('  '))
  }
}
await db.end()
await closePools()
await dropDatabase(server.admin, name)
await server.leave()
