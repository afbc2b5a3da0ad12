import { readPool } from './pool'
import { withReadPool } from './replicas'

type State = { migrations: readonly string[]; isShuttingDown: boolean }

// On globalThis, because Next bundles this file too, and the server outside Next sets the state.
const store = globalThis as typeof globalThis & { __localRecordReadiness?: State }
const state = (store.__localRecordReadiness ??= { migrations: [], isShuttingDown: false })

/** A server begins, whose code needs these migrations. Under `next start` none are known, and they are not checked. */
export const beginServing = (migrations: readonly string[]): void =>
  void Object.assign(state, { migrations, isShuttingDown: false })

/** From now on the server is not ready, so that a load balancer sends its requests elsewhere. */
export const beginShutdown = (): void => void (state.isShuttingDown = true)

let looking: Promise<string | null> | undefined

/**
 * The reason why this server should get no requests, as a sentence, or null if it is ready. Requests that come together share one look
 * at the database, so that many of them neither load it nor make it late.
 */
export async function notReadyReason(timeoutMs = 2_000): Promise<string | null> {
  if (state.isShuttingDown) return 'The server is shutting down.'
  looking ??= look(timeoutMs).finally(() => (looking = undefined))
  return looking
}

async function look(timeoutMs: number): Promise<string | null> {
  const [isReachable, missing] = await Promise.all([
    withTimeout(
      withReadPool((pool) => pool.query('SELECT 1')),
      timeoutMs,
    ).then(
      () => true,
      () => false,
    ),
    // Unknown while the primary is away and a replica answers readers: then nothing can migrate either.
    withTimeout(countMissingMigrations(), timeoutMs).catch(() => 0),
  ])
  if (!isReachable) return 'The database does not answer.'
  return missing > 0 ? 'The database lacks a migration.' : null
}

/** Asks the primary: the role of public pages has no right to this table. */
const countMissingMigrations = async (): Promise<number> => {
  if (!state.migrations.length) return 0
  const { rows } = await readPool().query<{ missing: number }>(MISSING, [state.migrations])
  return rows[0]!.missing
}

const MISSING = `SELECT count(*)::int AS missing FROM unnest($1::text[]) AS wanted(name)
  WHERE NOT EXISTS (SELECT FROM _prisma_migrations
    WHERE migration_name = name AND finished_at IS NOT NULL AND rolled_back_at IS NULL)`

function withTimeout<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<never>((_, reject) => (timer = setTimeout(reject, ms, new Error('timeout'))))
  return Promise.race([work, timeout]).finally(() => clearTimeout(timer))
}
