import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { JOBS_SCHEMA, migrateJobs } from '@/lib/platform/jobs/schema'
import { ROOT } from '@/scripts/paths'
import { sentenceFor, CliError } from '@/scripts/cli/cli-error'

export const MIGRATIONS = join(ROOT, 'prisma', 'migrations')

/** The lock that Prisma's own `migrate deploy` takes. */
const PRISMA_LOCK = 72707369

// Prisma's own table, so that `prisma migrate deploy` and `prisma migrate status` agree with us.
const MIGRATIONS_TABLE = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`

type Migration = { name: string; sql: string }
type Applied = { migration_name: string; checksum: string; finished_at: Date | null; logs: string | null }

/** The migrations in a folder, oldest first. */
export function readMigrations(folder = MIGRATIONS): Migration[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'migration.sql')))
    .map(({ name }) => ({ name, sql: readFileSync(join(folder, name, 'migration.sql'), 'utf8') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

export const hashOf = (migrations: Migration[]) => sha256(JSON.stringify([migrations, JOBS_SCHEMA]))

/**
 * Applies pending migrations, each in one transaction together with its row in Prisma's table. Concurrent runners apply
 * each migration once. Returns the names of the applied migrations. With `upTo`, later migrations stay pending.
 */
export async function migrate(databaseUrl: string, folder = MIGRATIONS, upTo?: string): Promise<string[]> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 10_000,
    application_name: 'local-record-migrate',
    options: '-c TimeZone=UTC',
  })
  client.on('error', () => {})
  await client.connect()
  try {
    await lock(client)
    await client.query(MIGRATIONS_TABLE)
    const { rows } = await client.query<Applied>(
      'select migration_name, checksum, finished_at, logs from _prisma_migrations where rolled_back_at is null',
    )
    const wanted = readMigrations(folder).filter(({ name }) => upTo === undefined || name <= upTo)
    const missing = wanted.filter((migration) => !isApplied(migration, rows))
    for (const migration of missing) await apply(client, migration)
    if (folder === MIGRATIONS) await migrateJobs(databaseUrl)
    return missing.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

async function lock(client: pg.Client): Promise<void> {
  await client.query("set lock_timeout = '2min'")
  await client.query('select pg_advisory_lock($1)', [PRISMA_LOCK]).catch((error: Error & { code?: string }) => {
    if (error.code !== '55P03') throw error
    throw new CliError(
      'Another program has been migrating this database for two minutes: wait for it, then start again.',
    )
  })
  await client.query("set lock_timeout = '30s'; set client_min_messages = warning")
}

function isApplied(migration: Migration, rows: Applied[]): boolean {
  const row = rows.find(({ migration_name }) => migration_name === migration.name)
  if (!row) return false
  if (!row.finished_at) {
    throw new CliError(
      `The migration ${migration.name} was begun by another program and not finished: see prisma migrate resolve.`,
    )
  }
  if (!checksums(migration.sql).includes(row.checksum)) {
    throw new CliError(
      `The migration ${migration.name} was changed after it was applied to this database. ` +
        'Restore its file, and write the change as a new migration.',
    )
  }
  return true
}

async function apply(client: pg.Client, { name, sql }: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(sql)
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       values ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), sha256(sql), name],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    const { message } = error as Error
    const where = lineNumberOf(sql, (error as { position?: string }).position)
    throw new CliError(
      sentenceFor(error) ?? `The migration ${name} failed${where}: ${message}. Nothing of it was applied.`,
      { cause: error },
    )
  }
}

const lineNumberOf = (sql: string, position?: string) =>
  position ? ` in line ${sql.slice(0, Number(position)).split('\n').length}` : ''

/** Checksums with LF and CRLF, because git may check the file out with either. Prisma accepts both, too. */
const checksums = (sql: string) => {
  const unix = sql.replaceAll('\r\n', '\n')
  return [sql, unix, unix.replaceAll('\n', '\r\n')].map(sha256)
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
