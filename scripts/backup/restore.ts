import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { END, type Header, linesOf, migrationsOf, tablesOf, verifyBackup } from '@/scripts/backup/file-format'
import { migrate, readMigrations } from '@/scripts/postgres/migrate'
import { CliError } from '@/scripts/cli/cli-error'

/** Lines are passed on in chunks of about this size. */
const CHUNK_BYTES = 64_000

/**
 * Fills an empty database from a backup, in one transaction. The file is verified first. The tables are created as the
 * version that wrote the backup had them, filled, and then migrated, so backups of older versions can be restored.
 * @throws CliError if the file is incomplete or of a newer version, or if the database is not empty.
 */
export async function restoreBackup(databaseUrl: string, file: string): Promise<Record<string, number>> {
  const { header, trailer } = await verifyBackup(file)
  const known = readMigrations().map(({ name }) => name)
  const newer = header.migrations.filter((name) => !known.includes(name))
  if (newer.length)
    throw new CliError(`The backup is of a newer version (it has ${newer.at(-1)}): restore it with that version.`)
  await migrate(databaseUrl, undefined, header.migrations.at(-1))
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'local-record-restore' })
  client.on('error', () => {})
  await client.connect()
  try {
    const there = await migrationsOf(client)
    if (there.join() !== header.migrations.join())
      throw new CliError('The database has other tables than the backup. Restore into a new, empty database.')
    await client.query('BEGIN')
    await assertEmpty(client)
    await load(client, header, file)
    for (const { name } of header.tables) {
      const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM "${name}"`)
      if (rows[0]!.count !== trailer.rows[name]) throw new CliError(`Of ${name}, not every row arrived.`)
    }
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw error
  } finally {
    await client.end()
  }
  await migrate(databaseUrl)
  return trailer.rows
}

async function assertEmpty(client: pg.Client): Promise<void> {
  for (const { name } of await tablesOf(client)) {
    const { rowCount } = await client.query(`SELECT 1 FROM "${name}" LIMIT 1`)
    if (rowCount)
      throw new CliError(`The database is not empty (${name} has rows): restore into a new one. Nothing was changed.`)
  }
}

async function load(client: pg.Client, { tables }: Header, file: string): Promise<void> {
  const lines = linesOf(file)
  await lines.next() // the header
  for (const { name, columns } of tables) {
    // Rows that a trigger wrote meanwhile are in the backup, too.
    await client.query(`DELETE FROM "${name}"`)
    const list = columns.map((column) => `"${column}"`).join(', ')
    await pipeline(Readable.from(tableChunks(lines)), client.query(copyFrom(`COPY "${name}" (${list}) FROM STDIN`)))
    await resetSequences(client, name)
  }
  await lines.return(undefined)
}

/** The lines of one table, in chunks. */
async function* tableChunks(lines: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  let piece: Buffer[] = []
  let size = 0
  for (let { value } = await lines.next(); value && !value.equals(END); { value } = await lines.next()) {
    piece.push(Buffer.from(value as Buffer)) // a view on a buffer that the reader overwrites
    size += (value as Buffer).length
    if (size < CHUNK_BYTES) continue
    yield Buffer.concat(piece)
    piece = []
    size = 0
  }
  if (size) yield Buffer.concat(piece)
}

/** Sets the sequences of a table to continue after its last row. */
async function resetSequences(client: pg.Client, table: string): Promise<void> {
  const { rows } = await client.query<{ column: string; sequence: string }>(
    `SELECT attname AS column, sequence FROM pg_attribute, pg_get_serial_sequence($1, attname) AS sequence
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND sequence IS NOT NULL`,
    [`"${table}"`],
  )
  for (const { column, sequence } of rows)
    await client.query(`SELECT setval($1, coalesce(max("${column}"), 0) + 1, false) FROM "${table}"`, [sequence])
}
