import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { set, settings } from '@/lib/platform/settings/settings'
import { CliError } from '@/scripts/cli/cli-error'
import { onShutdown, shutDown } from '@/scripts/cli/shutdown'
import { printStep, step } from '@/scripts/cli/console'
import { renewGrants } from '@/scripts/postgres/create-roles'
import { migrate } from '@/scripts/postgres/migrate'
import { DATA, ROOT } from '@/scripts/paths'
import { createIfMissing, withDatabase } from '@/scripts/postgres/databases'
import { openServer } from '@/scripts/postgres/server'

/** Reads .env if it exists (environment variables take precedence), and rejects invalid settings. */
export function readEnvironment(): void {
  if (existsSync(join(ROOT, '.env'))) process.loadEnvFile(join(ROOT, '.env'))
  settings()
  try {
    mkdirSync(DATA, { recursive: true })
    accessSync(DATA, constants.W_OK)
  } catch {
    throw new CliError(`${DATA} can't be written: make it yours (chown), or set DATA_DIR to a folder that can be.`)
  }
}

/** Connects to DATABASE_URL, else to the embedded database, and stores the URL in the settings. */
export async function connectDatabase(): Promise<string> {
  const given = settings().databaseUrl
  if (given) printStep('Database', `the one of DATABASE_URL, at ${new URL(given).host}`)
  else {
    await step('Database', async () => {
      const server = await openServer({ folder: join(DATA, 'main'), durable: true, onLost })
      onShutdown(server.leave)
      await createIfMissing(server.url('postgres'), 'local_record')
      set('DATABASE_URL', withDatabase(server.url('postgres'), 'local_record'))
      return server.note
        ? `PostgreSQL ${server.version}; ${server.note}`
        : `PostgreSQL ${server.version}, data in ${shown(join(DATA, 'main'))}`
    })
  }
  return settings().databaseUrl!
}

/** A path as short as it can be written in the project's folder. */
const shown = (path: string) => (path.startsWith(join(ROOT, '/')) ? relative(ROOT, path) : path)

/** Connects to the database and applies pending migrations. */
export async function prepareDatabase(): Promise<string> {
  const url = await connectDatabase()
  await step('Migrations', async () => {
    const owner = settings().databaseOwnerUrl ?? url
    const applied = await migrate(owner)
    if (applied.length) await renewGrants(owner)
    return applied.length ? `${applied.length} applied` : 'nothing to do'
  })
  return url
}

/** The site can't work without its database, so the process exits and its supervisor restarts it. */
function onLost(): void {
  console.error(`\nThe database ended by itself (its log is in ${join(DATA, 'main')}): start again.`)
  void shutDown(1)
}
