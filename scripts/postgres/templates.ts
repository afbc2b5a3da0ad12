import { sourceHash } from '@/scripts/build/build'
import { ROOT } from '@/scripts/paths'
import { run } from '@/scripts/cli/child-process'
import { withConnection, quoteIdentifier, withDatabase, type TestServer } from '@/scripts/postgres/databases'

/** Only one process makes templates at a time. */
const TEMPLATE_LOCK = 72707371

/**
 * A database that tests are copied from, made once for each `key` (what it was made from, hashed) and kept for later
 * runs. It gets its name when it is complete, so one that was cut short is made anew.
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
    // The newest few stay: another run may be copying one.
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

/** A database with the first content. It is loaded by a program of its own: ours keeps its connections to another. */
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
