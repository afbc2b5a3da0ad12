import type pg from 'pg'
import { readPool } from './pool'
import { type Sql, flat } from './read'

/** So many rows are in memory at a time. */
const BATCH = 200

/** One moment of the database: everything that is read through it belongs together. */
export type Snapshot = {
  rows: <Row>(query: Sql) => Promise<Row[]>
  /** The rows of a query in batches. The next one is fetched when it is asked for. */
  batches: <Row>(query: Sql) => AsyncGenerator<Row[]>
}

/** How many exports hold a connection of this process; the rest of the pool stays for pages. */
let open = 0

export class Busy extends Error {
  override name = 'Busy'
}

/**
 * Yields what `work` yields, all of it read from one snapshot. The connection goes back when the reader has the last
 * piece, stops early, or fails; a reader that takes nothing for two minutes is cut off by PostgreSQL.
 * @throws Busy when as many exports run as may.
 */
export async function* fromSnapshot<T>(
  work: (snapshot: Snapshot) => AsyncGenerator<T>,
  most = Math.max(1, Math.floor(readPool().options.max! / 3)),
): AsyncGenerator<T> {
  if (open >= most) throw new Busy('Many downloads are running.')
  open += 1
  let client: pg.PoolClient | undefined
  let failed = true
  try {
    client = await readPool().connect()
    client.on('error', ignore)
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    await client.query("SET LOCAL idle_in_transaction_session_timeout = '120s'")
    yield* work(snapshotOf(client))
    await client.query('COMMIT')
    failed = false
  } finally {
    open -= 1
    client?.off('error', ignore)
    client?.release(failed)
  }
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
