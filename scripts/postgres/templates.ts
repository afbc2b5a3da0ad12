import { sourceHash } from '@/scripts/build/build'
import { ROOT } from '@/scripts/paths'
import { run } from '@/scripts/cli/child-process'
import { withConnection, quoteIdentifier, withDatabase, type TestServer } from '@/scripts/postgres/databases'

/** Only one process creates templates at a time. */
const TEMPLATE_LOCK = 72707371

/**
 * A template database for tests, created once per `key` (a hash of its sources) and reused by later runs. It is renamed
 * to its final name when complete, so an interrupted one is recreated.
 */
export async function createTemplate(
  server: Pick<TestServer, 'admin' | 'prefix'>,
  kind: 'migrated' | 'content' | 'large',
  key: string,
  fill: (url: string) => Promise<unknown>,
  from = 'template0',
): Promise<string> {
  const name = `local_record_template_${kind}_${key.slice(0, 16)}`
  await withConnection(server.admin, async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
    const { rows } = await client.query<{ datname: string }>(
      `select datname from pg_database where datname like 'local\\_record\\_template\\_${kind}\\_%'
       order by oid desc`,
    )
    if (rows.some(({ datname }) => datname === name)) return
    const part = `${server.prefix}part`
    await client.query(`create database ${quoteIdentifier(part)} template ${quoteIdentifier(from)}`)
    await fill(withDatabase(server.admin, part))
    await client.query(`alter database ${quoteIdentifier(part)} rename to ${quoteIdentifier(name)}`)
    // The latest few stay: another run may be copying one.
    for (const { datname } of rows.slice(3))
      await client.query(`drop database if exists ${quoteIdentifier(datname)} with (force)`)
  })
  return name
}

/** The sources that the first content depends on. */
const CONTENT_SOURCES = [
  'lib/records',
  'lib/features',
  'lib/vocabularies',
  'lib/text',
  'lib/platform',
  'prisma',
  'package-lock.json',
]

/** A database with the first content. A child process loads it, because this one is connected to another database. */
export const contentTemplate = (server: Pick<TestServer, 'admin' | 'prefix'>): Promise<string> =>
  createTemplate(server, 'content', sourceHash(ROOT, CONTENT_SOURCES), (url) =>
    run('Loading the first content', 'scripts/run.mjs', ['load'], { DATABASE_URL: url, NODE_ENV: 'production' }),
  )

export async function copyDatabase(server: string, from: string, to: string): Promise<void> {
  await withConnection(server, (client) =>
    client.query(`create database ${quoteIdentifier(to)} template ${quoteIdentifier(from)}`),
  )
}

export async function dropDatabase(server: string, name: string): Promise<void> {
  await withConnection(server, (client) =>
    client.query(`drop database if exists ${quoteIdentifier(name)} with (force)`),
  )
}
