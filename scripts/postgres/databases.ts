import pg from 'pg'
import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import { DATA } from '@/scripts/paths'
import { CliError } from '@/scripts/cli/cli-error'
import { openServer } from '@/scripts/postgres/server'

export const quoteIdentifier = (name: string) => `"${name.replaceAll('"', '""')}"`

/** The same server, another database. */
export function withDatabase(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.href
}

/** Runs `work` on a separate connection. */
export async function withConnection<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

export async function createIfMissing(server: string, database: string): Promise<void> {
  await withConnection(server, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database])
    if (rowCount) return
    await client.query(`create database ${quoteIdentifier(database)}`).catch((error: Error & { code?: string }) => {
      if (error.code !== '42P04' && error.code !== '23505') throw error // a concurrent start created it
    })
  })
}

export type TestServer = {
  /** The database to connect to for creating and dropping others. */
  admin: string
  /** The name prefix of this run's databases. */
  prefix: string
  leave: () => Promise<void>
}

/** Test databases are named local_record_test_<run>_<what>. Each run has an advisory lock on its number. */
const TEST_RUN_LOCK = 7270
const TEST_DATABASE_NAME = /^local_record_test_(\d+)_/

/** The server for tests: the one of DATABASE_URL, else an embedded one separate from the site's. */
export async function openTestServer(): Promise<TestServer> {
  const given = process.env.DATABASE_URL
  if (given && !/(^|[_-])test([_-]|$)/.test(new URL(given).pathname.slice(1))) {
    throw new CliError(
      `DATABASE_URL names the database ${new URL(given).pathname.slice(1)}, and tests only use one with "test" in its ` +
        'name, such as local_record_test: create that one, or unset DATABASE_URL.',
    )
  }
  const server = given ? null : await openServer({ folder: join(DATA, 'test'), durable: false })
  const admin = given ?? server!.url('postgres')
  const client = new pg.Client({
    connectionString: admin,
    connectionTimeoutMillis: 10_000,
    application_name: 'test run',
  })
  client.on('error', () => {})
  await client.connect()
  const run = randomInt(1, 2 ** 31)
  await client.query('select pg_advisory_lock($1, $2)', [TEST_RUN_LOCK, run])
  await dropFinishedRuns(client)
  return {
    admin,
    prefix: `local_record_test_${run}_`,
    leave: async () => {
      await client.query('select pg_advisory_unlock($1, $2)', [TEST_RUN_LOCK, run])
      await dropFinishedRuns(client)
      await client.end()
      await server?.leave()
    },
  }
}

/** Drops the databases of ended test runs, including killed ones, and then their roles. */
async function dropFinishedRuns(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ kind: string; name: string }>(
    `select 'database' as kind, datname as name from pg_database union all
     select 'role', rolname from pg_roles order by kind`,
  )
  for (const { kind, name } of rows) {
    const run = TEST_DATABASE_NAME.exec(name)?.[1]
    if (!run) continue
    const lock = [TEST_RUN_LOCK, Number(run)]
    const { rows: over } = await client.query<{ over: boolean }>('select pg_try_advisory_lock($1, $2) as over', lock)
    if (!over[0]?.over) continue
    await client.query(`drop ${kind} if exists ${quoteIdentifier(name)} ${kind === 'database' ? 'with (force)' : ''}`)
    await client.query('select pg_advisory_unlock($1, $2)', lock)
  }
}
