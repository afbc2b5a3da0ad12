import { randomBytes } from 'node:crypto'
import { withConnection, quoteIdentifier } from '@/scripts/postgres/databases'

type Role = 'app' | 'public'

/** The tables that the public role can read completely. */
const PUBLIC_TABLES = [
  'capture',
  'citation',
  'federal_action',
  'federal_action_event',
  'jurisdiction',
  'label',
  'lead',
  'lead_place',
  'link_check',
  'name',
  'official',
  'organization',
  'organization_service',
  'policy',
  'policy_answer',
  'policy_event',
  'provision',
  'quote_check',
  'redirect',
  'reference',
  'role',
  'search_word',
  'source',
  'source_lineage',
  'stance',
  'stance_policy',
  'stance_statement',
  'statement',
  'statement_answer',
  'statement_place',
  'statement_position',
  'statement_speaker',
  'statement_variant',
  'tombstone',
]

/** Tables with some public columns. Publisher and raw input stay private. */
const PUBLIC_COLUMNS = { revision: ['type', 'record_id', 'version', 'kind', 'card', 'reason', 'at'] }

/** Append-only tables: neither role can update or delete rows. */
const APPEND_ONLY_TABLES = ['revision', 'change', 'seal']

/** The job queue's library restricts the rows of these tables to the owner by row-level security. */
const QUEUE_TABLES = ['_private_jobs', '_private_job_queues', '_private_known_crontabs', '_private_tasks']

const policy = (table: string, app: string) =>
  `DROP POLICY IF EXISTS app ON graphile_worker.${table};
   CREATE POLICY app ON graphile_worker.${table} TO ${app} USING (true) WITH CHECK (true);`

/** PostgreSQL roles are server-wide, so each database gets separate names. */
const roleNames = (url: string): Record<Role, string> => {
  const database = decodeURIComponent(new URL(url).pathname.slice(1))
  return { app: `${database}_app`, public: `${database}_public` }
}

/**
 * Creates both roles, or gives existing ones new passwords, and resets their privileges in the database. Returns the
 * connection URL of each.
 */
export async function createRoles(ownerUrl: string): Promise<Record<Role, string>> {
  const names = roleNames(ownerUrl)
  const urls = { app: withUser(ownerUrl, names.app), public: withUser(ownerUrl, names.public) }
  await withConnection(ownerUrl, async (client) => {
    for (const { username, password } of Object.values(urls).map((url) => new URL(url))) {
      const name = decodeURIComponent(username)
      const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name])
      if (!rowCount) await client.query(`CREATE ROLE ${quoteIdentifier(name)}`)
      await client.query(
        `ALTER ROLE ${quoteIdentifier(name)} LOGIN NOCREATEDB NOCREATEROLE PASSWORD ${client.escapeLiteral(password)}`,
      )
    }
    await client.query(grants(ownerUrl))
  })
  return urls
}

function withUser(url: string, name: string): string {
  const address = new URL(url)
  address.username = encodeURIComponent(name)
  address.password = randomBytes(24).toString('base64url')
  return address.href
}

/** Renews the privileges of existing roles, because a migration may have created a table. */
export const renewGrants = (ownerUrl: string): Promise<void> =>
  withConnection(ownerUrl, async (client) => {
    const names = Object.values(roleNames(ownerUrl))
    const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = ANY($1)', [names])
    if (rowCount === names.length) await client.query(grants(ownerUrl))
  })

function grants(url: string): string {
  const [app, reader] = Object.values(roleNames(url)).map(quoteIdentifier)
  const columns = Object.entries(PUBLIC_COLUMNS).map(
    ([table, names]) => `GRANT SELECT (${names.join(', ')}) ON ${table} TO ${reader};`,
  )
  return `
    BEGIN;
    REVOKE CREATE ON SCHEMA public FROM PUBLIC;
    REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${app}, ${reader};
    GRANT USAGE ON SCHEMA public TO ${app}, ${reader};
    GRANT USAGE ON SCHEMA graphile_worker TO ${app};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, graphile_worker TO ${app};
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA public, graphile_worker TO ${app};
    REVOKE UPDATE, DELETE ON ${APPEND_ONLY_TABLES.join(', ')} FROM ${app};
    REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM ${app};
    GRANT SELECT ON ${PUBLIC_TABLES.join(', ')} TO ${reader};
    ${columns.join('\n')}
    ${QUEUE_TABLES.map((table) => policy(table, app!)).join('\n')}
    COMMIT`
}
