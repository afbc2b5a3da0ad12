import { openPool } from './pool'

type Query = { text: string; values: readonly unknown[] }
export type Rows = <Row>(query: Query) => Promise<Row[]>

/** A read-only connection to the primary, apart from the pools of the pages. It runs one query at a time. */
export type Connection = {
  rows: Rows
  /** Runs the work in one snapshot of the database. */
  inSnapshot: <T>(work: (rows: Rows) => Promise<T>) => Promise<T>
  end: () => Promise<void>
}

/** The connection opens at its first query, and again after it was lost. */
export function openConnection(url: string, timeoutMs: number): Connection {
  const pool = openPool(url, 'read', {
    application_name: 'local-record-facet-index',
    max: 1,
    statement_timeout: timeoutMs,
    connectionTimeoutMillis: timeoutMs,
    options: '-c TimeZone=UTC -c default_transaction_read_only=on -c work_mem=64MB -c jit=off',
  })
  return {
    rows: async <Row>({ text, values }: Query) => (await pool.query(text, [...values])).rows as Row[],
    async inSnapshot(work) {
      const client = await pool.connect()
      let failed = true
      try {
        await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ')
        const done = await work(
          async <Row>({ text, values }: Query) => (await client.query(text, [...values])).rows as Row[],
        )
        await client.query('COMMIT')
        failed = false
        return done
      } finally {
        client.release(failed)
      }
    },
    end: () => pool.end(),
  }
}
