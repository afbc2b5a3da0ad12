import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { removeLeftovers } from '@/scripts/cli/leftovers'
import { END, type Header, type Trailer, migrationsOf, tablesOf } from '@/scripts/backup/file-format'

/**
 * Writes a snapshot of the complete database to one file, which is renamed when complete. Returns the row count of each
 * table.
 */
export async function writeBackup(databaseUrl: string, file: string): Promise<Record<string, number>> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'local-record-backup' })
  client.on('error', () => {})
  await client.connect()
  await mkdir(dirname(file), { recursive: true })
  removeLeftovers(dirname(file), /\.backup\.(\d+)\.part$/)
  const part = `${file}.${process.pid}.part`
  const hash = createHash('sha256')
  const zip = createGzip()
  const output = createWriteStream(part, { mode: 0o600, flags: 'wx' })
  const written = finished(zip.pipe(output))
  written.catch(() => {})
  const write = async (bytes: Buffer): Promise<void> => {
    hash.update(bytes)
    if (!zip.write(bytes)) await Promise.race([new Promise((resolve) => zip.once('drain', resolve)), written])
  }
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const tables = await tablesOf(client)
    const header: Header = {
      format: 'local-record-backup',
      made: new Date().toISOString(),
      migrations: await migrationsOf(client),
      tables,
    }
    await write(Buffer.from(`${JSON.stringify(header)}\n`))
    const rows: Record<string, number> = {}
    for (const { name, columns } of tables) {
      const list = columns.map((column) => `"${column}"`).join(', ')
      rows[name] = 0
      for await (const chunk of client.query(copyTo(`COPY "${name}" (${list}) TO STDOUT`)) as AsyncIterable<Buffer>) {
        for (const byte of chunk) if (byte === 10) rows[name] += 1
        await write(chunk)
      }
      await write(END)
    }
    await client.query('COMMIT')
    const trailer: Trailer = { rows, sha256: hash.digest('hex') }
    zip.end(`${JSON.stringify(trailer)}\n`)
    await written
    await rename(part, file)
    return rows
  } catch (error) {
    zip.destroy()
    output.destroy()
    await rm(part, { force: true })
    throw error
  } finally {
    await client.end()
  }
}
