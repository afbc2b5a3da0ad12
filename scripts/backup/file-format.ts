import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { CliError } from '@/scripts/cli/cli-error'

// A backup is one gzip file of lines: a header as JSON; each table in PostgreSQL's COPY text, ended by "\."; and a
// trailer as JSON, with the rows of each table and the SHA-256 of every byte before it.

export type Table = { name: string; columns: string[] }
export type Header = { format: 'local-record-backup'; made: string; migrations: string[]; tables: Table[] }
export type Trailer = { rows: Record<string, number>; sha256: string }

export const END = Buffer.from('\\.\n')

/**
 * Sessions and challenges would let a reader of the file sign in. Rate limit counters and their key would outlive the
 * time for which they are stored.
 */
const EXCLUDED_TABLES = [
  '_prisma_migrations',
  'admin_session',
  'admin_verification',
  'admin_attempt',
  'request_count',
  'counter_key',
]

/** The tables of a backup, each after those that its foreign keys refer to. */
export async function tablesOf(client: pg.ClientBase): Promise<Table[]> {
  const { rows: tables } = await client.query<Table>(
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       AND a.attgenerated = ''
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND NOT c.relname = ANY($1)
     GROUP BY c.relname ORDER BY c.relname`,
    [EXCLUDED_TABLES],
  )
  const { rows: keys } = await client.query<{ from: string; to: string }>(
    `SELECT conrelid::regclass::text AS from, confrelid::regclass::text AS to FROM pg_constraint
     WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conrelid <> confrelid`,
  )
  const byName = new Map(tables.map((table) => [table.name, table]))
  const ordered = new Set<Table>()
  const visit = (table: Table) => {
    if (ordered.has(table)) return
    for (const { from, to } of keys) if (from === table.name && byName.has(to)) visit(byName.get(to)!)
    ordered.add(table)
  }
  tables.forEach(visit)
  return [...ordered]
}

export const migrationsOf = async (client: pg.ClientBase): Promise<string[]> =>
  (
    await client.query<{ name: string }>(
      `SELECT migration_name AS name FROM _prisma_migrations
       WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
    )
  ).rows.map(({ name }) => name)

/** The lines of a backup, each with its line ending. */
export async function* linesOf(file: string): AsyncGenerator<Buffer> {
  const input = createReadStream(file)
  const unzipped = createGunzip()
  input.on('error', (error) => unzipped.destroy(error)).pipe(unzipped)
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of unzipped as AsyncIterable<Buffer>) {
    const bytes = rest.length ? Buffer.concat([rest, chunk]) : chunk
    let from = 0
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, from)) {
      yield bytes.subarray(from, at + 1)
      from = at + 1
    }
    rest = bytes.subarray(from)
  }
  if (rest.length) yield rest
}

const invalidBackup = (why: string) =>
  new CliError(`This is no whole backup: ${why}. Nothing was restored. Use another copy.`)

/** Reads a backup to its end. @throws CliError if it is incomplete or its checksum differs. */
export async function verifyBackup(file: string): Promise<{ header: Header; trailer: Trailer }> {
  const hash = createHash('sha256')
  let header: Header | undefined
  let last: Buffer | undefined
  try {
    for await (const line of linesOf(file)) {
      header ??= JSON.parse(line.toString()) as Header
      if (last) hash.update(last)
      // The line is a view on a buffer that the reader overwrites.
      last = Buffer.from(line)
    }
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') throw new CliError(`There is no file ${file}.`)
    throw invalidBackup('it can’t be read to its end')
  }
  if (header?.format !== 'local-record-backup') throw invalidBackup('it does not begin as one')
  const trailer = parseTrailer(last)
  if (!trailer) throw invalidBackup('its end is missing')
  if (trailer.sha256 !== hash.digest('hex')) throw invalidBackup('its checksum is another')
  return { header, trailer }
}

const parseTrailer = (line: Buffer | undefined): Trailer | null => {
  try {
    const trailer = JSON.parse(line?.toString() ?? '') as Trailer
    return typeof trailer.sha256 === 'string' && trailer.rows ? trailer : null
  } catch {
    return null
  }
}
