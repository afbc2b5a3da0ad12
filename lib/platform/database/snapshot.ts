import type pg from 'pg'
import { readPool } from './pool'
import { type Sql, flat } from './read'
import { reading } from './replicas'

/** So many rows are in memory at a time. */
const BATCH = 200

/** One moment of the database: everything that is read through it belongs together. */
export type Snapshot = {
  rows: <Row>(query: Sql) => Promise<Row[]>
  /** The rows of a query in batches. The next one is fetched when it is asked for. */
  batches: <Row>(query: Sql) => AsyncGenerator<Row[]>
}

/** How many exports hold a connection of this process, and those that wait for one; the rest is for pages. */
let open = 0
const waiting: (() => void)[] = []

export class Busy extends Error {
  override name = 'Busy'
}

type Limits = {
  /** So many exports at a time. */
  most?: number
  /** So long one waits for its turn, in milliseconds. */
  patience?: number
}

/**
 * Yields what `work` yields, all of it read from one snapshot. The connection goes back when the reader has the last
 * piece, stops early, or fails; a reader that takes nothing for two minutes is cut off by PostgreSQL.
 * @throws Busy when its turn does not come.
 */
export async function* fromSnapshot<T>(
  work: (snapshot: Snapshot) => AsyncGenerator<T>,
  { most = Math.max(1, Math.floor(readPool().options.max! / 3)), patience = 5_000 }: Limits = {},
): AsyncGenerator<T> {
  await turn(most, patience)
  let client: pg.PoolClient | undefined
  let failed = true
  try {
    client = await reading(begin)
    client.on('error', ignore)
    yield* work(snapshotOf(client))
    await client.query('COMMIT')
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
const turn = (most: number, patience: number): Promise<void> | void => {
  if (open < most) {
    open += 1
    return
  }
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      waiting.splice(waiting.indexOf(begin), 1)
      reject(new Busy('Many downloads are running.'))
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

const snapshotOf = (client: pg.PoolClient): Snapshot => {
  const rows = async <Row>(query: Sql) => {
    const { text, values } = flat(query)
    return (await client.query(text, values)).rows as Row[]
  }
  return {
    rows,
    async *batches<Row>(query: Sql) {
      const { text, values } = flat(query)
      const cursor = `export_${++cursors}`
      await client.query(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${text}`, values)
      for (;;) {
        const { rows } = await client.query(`FETCH ${BATCH} FROM ${cursor}`)
        if (rows.length) yield rows as Row[]
        if (rows.length < BATCH) break
      }
      await client.query(`CLOSE ${cursor}`)
    },
  }
}
