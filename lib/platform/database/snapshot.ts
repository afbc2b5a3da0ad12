import type pg from 'pg'
import { readPool } from './pool'
import { type Sql, rawJsonTypes, toQuery } from './sql'
import { withReadPool } from './replicas'

/** So many rows come at a time, and at first fewer, so that a reader soon has some; those of two batches are in memory. */
export const BATCH_ROWS = 100
const FIRST_BATCH_ROWS = 20

/** One moment of the database: everything that is read through it belongs together. */
export type Snapshot = {
  rows: <Row>(query: Sql) => Promise<Row[]>
  /**
   * The rows of a query in batches. While one is being used, the database makes the next. `rawJson` leaves JSON as its
   * text, for those who only pass it on.
   */
  batches: <Row>(query: Sql, options?: { rawJson?: boolean }) => AsyncGenerator<Row[]>
}

/** How many exports hold a connection of this process, and those that wait for one; the rest is for pages. */
let open = 0
const waiting: (() => void)[] = []

export class SnapshotsBusy extends Error {
  override name = 'Busy'
}

type Limits = {
  /** So many exports at a time. */
  maxSnapshots?: number
  /** So long one waits for its turn, in milliseconds. */
  timeoutMs?: number
}

/**
 * Yields what `work` yields, all of it read from one snapshot. The connection goes back when the reader has the last
 * piece, stops early, or fails; a reader that takes nothing for two minutes is cut off by PostgreSQL.
 * @throws Busy when its turn does not come.
 */
export async function* readSnapshot<T>(
  work: (snapshot: Snapshot) => AsyncGenerator<T>,
  {
    maxSnapshots: most = Math.max(1, Math.floor(readPool().options.max! / 3)),
    timeoutMs: patience = 5_000,
  }: Limits = {},
): AsyncGenerator<T> {
  await acquireSlot(most, patience)
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
    const next = waiting.shift()
    if (next) next()
    else open -= 1
    client?.off('error', ignore)
    client?.release(failed)
  }
}

/** A connection in a snapshot of its own, on one server to its end. */
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

/** Waits for one of the places; whoever ends hands theirs to the next. */
const acquireSlot = (most: number, patience: number): Promise<void> | void => {
  if (open < most) {
    open += 1
    return
  }
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      waiting.splice(waiting.indexOf(begin), 1)
      reject(new SnapshotsBusy('Many downloads are running.'))
    }, patience)
    const begin = () => {
      clearTimeout(late)
      resolve()
    }
    waiting.push(begin)
  })
}

const ignore = () => {}

let cursors = 0

type RunQuery = (text: string, more?: Partial<pg.QueryConfig>) => Promise<pg.QueryResult>

/** One query after the other: a batch may still be on its way when something else is asked. */
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
