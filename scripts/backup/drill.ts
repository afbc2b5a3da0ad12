import pg from 'pg'
import { DRILL_KEY, type RestoreDrill } from '@/lib/platform/backups/restore-drill'
import { verifyBackup } from '@/scripts/backup/file-format'
import { restoreBackup } from '@/scripts/backup/restore'
import { CliError } from '@/scripts/cli/cli-error'
import { quoteIdentifier, withConnection, withDatabase } from '@/scripts/postgres/databases'

/** Only one drill at a time: its database has a fixed name, so that the next drill removes what a killed one left. */
const DRILL_LOCK = 72707373
const DATABASE = 'local_record_drill'
const REMARK = 'Local Record: temporary, of a restore drill'

type Options = {
  /** The site's database: its chain of seals is compared, and the result is stored in it. */
  live: string
  /** A connection that may create databases. */
  owner: string
  file: string
  /** Checks the history and the records of a database. Returns what is wrong. */
  verify: (databaseUrl: string) => Promise<string[]>
  tell?: (state: string) => void
}

export type DrillReport = RestoreDrill & {
  /** What is wrong, in sentences. */
  wrong: string[]
  /** The number of the backup's newest seal in the chain. */
  seal: number
}

/**
 * Restores a backup into a temporary database on the same server, checks it, and compares its newest seal with the
 * site's chain. The result is stored for the admin area. The site's own records are not touched.
 */
export const runDrill = ({ live, owner, file, verify, tell = () => {} }: Options): Promise<DrillReport> =>
  withConnection(owner, async (client) => {
    const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS mine', [DRILL_LOCK])
    if (!rows[0].mine) throw new CliError('Another drill is running on this server: wait for it.')
    const report = await check({ live, owner, file, verify, tell }, client)
    const { wrong: _wrong, seal: _seal, ...stored } = report
    await store(live, stored)
    return report
  })

async function check({ live, owner, file, verify, tell }: Required<Options>, client: pg.Client): Promise<DrillReport> {
  const report: DrillReport = {
    at: new Date().toISOString(),
    outcome: 'passed',
    backupMade: null,
    rows: 0,
    seal: 0,
    wrong: [],
  }
  const failed = (outcome: RestoreDrill['outcome'], ...wrong: string[]) => ({ ...report, outcome, wrong })
  tell('reading the file')
  const read = await verifyBackup(file).catch(expected)
  if (read instanceof CliError) return failed('unreadable', read.message)
  report.backupMade = read.header.made
  const temporary = withDatabase(owner, DATABASE)
  await dropTemporary(client)
  await client.query(`CREATE DATABASE ${DATABASE} TEMPLATE template0`)
  await client.query(`COMMENT ON DATABASE ${DATABASE} IS '${REMARK}'`)
  try {
    tell('restoring')
    const restored = await restoreBackup(temporary, file).catch(expected)
    if (restored instanceof CliError) return failed('not_restored', restored.message)
    report.rows = Object.values(restored).reduce((sum, count) => sum + count, 0)
    tell('verifying')
    const wrong = await verify(temporary)
    if (wrong.length) return failed('not_verified', ...wrong)
    const head = await newestSeal(temporary)
    report.seal = head?.position ?? 0
    if (head && (await sealAt(live, head.position)) !== head.hash)
      return failed(
        'other_chain',
        `The backup's newest seal, number ${head.position}, is not in this database's chain.`,
      )
    return report
  } finally {
    await dropTemporary(client)
  }
}

/** Restoring reports what is wrong with a file or a database as a sentence; PostgreSQL as an error of its own. */
function expected(error: unknown): CliError {
  if (error instanceof CliError) return error
  if (error instanceof pg.DatabaseError) return new CliError(error.message)
  throw error
}

/** Drops the temporary database, but no other of that name. */
async function dropTemporary(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ remark: string | null }>(
    `SELECT shobj_description(oid, 'pg_database') AS remark FROM pg_database WHERE datname = $1`,
    [DATABASE],
  )
  if (!rows[0]) return
  if (rows[0].remark !== REMARK)
    throw new CliError(`There is a database ${DATABASE} that no drill made: rename it, or drop it if it is not needed.`)
  await client.query(`DROP DATABASE ${quoteIdentifier(DATABASE)} WITH (FORCE)`)
}

type Seal = { position: number; hash: string }

const newestSeal = (url: string): Promise<Seal | undefined> =>
  withConnection(url, async (client) => {
    const { rows } = await client.query<Seal>(
      'SELECT position::int, hash FROM seal ORDER BY seal.position DESC LIMIT 1',
    )
    return rows[0]
  })

const sealAt = (url: string, position: number): Promise<string | undefined> =>
  withConnection(url, async (client) => {
    const { rows } = await client.query<Seal>('SELECT hash FROM seal WHERE position = $1', [position])
    return rows[0]?.hash
  })

const store = (url: string, result: RestoreDrill): Promise<unknown> =>
  withConnection(url, (client) =>
    client.query(
      `INSERT INTO site_setting (key, value, by_id) VALUES ($1, $2, 'system')
       ON CONFLICT (key) DO UPDATE SET value = excluded.value, at = now()`,
      [DRILL_KEY, JSON.stringify(result)],
    ),
  )
