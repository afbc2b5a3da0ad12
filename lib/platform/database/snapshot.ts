import type pg from 'pg'
import { readPool } from './pool'
import { type SnapshotLimits, acquireSnapshotSlot } from './snapshot-slots'
import { type Sql, rawJsonTypes, toQuery } from './sql'
import { withReadPool } from './replicas'

/** Rows per batch; the first one is smaller, so that the first bytes leave soon. At most two batches are in memory. */
export const BATCH_ROWS = 100
const FIRST_BATCH_ROWS = 20

/** A snapshot of the database: all reads see the same state. */
export type Snapshot = {
  rows: <Row>(query: Sql) => Promise<Row[]>
  /**
   * The rows of a query in batches. While one is being used, the database reads the next. `rawJson` returns JSON as
   * text, for callers that only pass it on.
   */
  batches: <Row>(query: Sql, options?: { rawJson?: boolean }) => AsyncGenerator<Row[]>
}

/**
 * Yields what `work` yields, all of it read from one snapshot. The connection is released when the reader has the last
 * chunk, stops early, or fails. PostgreSQL disconnects a reader that takes nothing for two minutes.
 * @throws SnapshotsBusy when no connection is free in time.
 */
export async function* readSnapshot<T>(
  work: (snapshot: Snapshot) => AsyncGenerator<T>,
  {
    maxSnapshots = Math.max(1, Math.floor(readPool().options.max! / 3)),
    timeoutMs = 5_000,
  }: Partial<SnapshotLimits> = {},
): AsyncGenerator<T> {
  const release = await acquireSnapshotSlot({ maxSnapshots, timeoutMs })
  let client: pg.PoolClient | undefined
  let failed = true
  try {
    client = await withReadPool(begin)
    client.on('error', ignore)
    const ask = queryQueue(client)
    yield* work(snapshotOf(ask))
    await ask('COMMIT')
    failed = false
  } finally {
    release()
    client?.off('error', ignore)
    client?.release(failed)
  }
}

/** A connection with an open snapshot. It stays with one server, the primary or a replica. */
const begin = async (pool: pg.Pool): Promise<pg.PoolClient> => {
  const client = await pool.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    await client.query("SET LOCAL idle_in_transaction_session_timeout = '120s'")
    return client
  } catch (error) {
    client.release(true)
    throw error
  }
}

const ignore = () => {}

let cursors = 0

type RunQuery = (text: string, more?: Partial<pg.QueryConfig>) => Promise<pg.QueryResult>

/** Runs one query after the other: a batch may still be on its way when the next query comes. */
const queryQueue = (client: pg.PoolClient): RunQuery => {
  let last: Promise<unknown> = Promise.resolve()
  return (text, more) => {
    const answer = last.then(() => client.query({ text, ...more }))
    last = answer.catch(ignore)
    return answer
  }
}

const snapshotOf = (ask: RunQuery): Snapshot => {
  const rows = async <Row>(query: Sql) => {
    const { text, values } = toQuery(query)
    return (await ask(text, { values })).rows as Row[]
  }
  return {
    rows,
    async *batches<Row>(query: Sql, { rawJson = false } = {}) {
      const { text, values } = toQuery(query)
      const cursor = `export_${++cursors}`
      await ask(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${text}`, { values })
      const fetch = (most: number) => ask(`FETCH ${most} FROM ${cursor}`, rawJson ? { types: rawJsonTypes } : {})
      for (let [coming, most] = [fetch(FIRST_BATCH_ROWS), FIRST_BATCH_ROWS]; ; most = BATCH_ROWS) {
        const { rows } = await coming
        if (rows.length === most) coming = fetch(BATCH_ROWS)
        if (rows.length) yield rows as Row[]
        if (rows.length < most) break
      }
      await ask(`CLOSE ${cursor}`)
    },
  }
}
