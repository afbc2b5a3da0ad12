import { openPool } from './pool'

type Query = { text: string; values: readonly unknown[] }
export type Rows = <Row>(query: Query) => Promise<Row[]>

/** A connection to the primary beside those of the pages: it can only read, and takes one thing after another. */
export type Connection = {
  rows: Rows
  /** All that the work reads is of one moment. */
  inSnapshot: <T>(work: (rows: Rows) => Promise<T>) => Promise<T>
  end: () => Promise<void>
}

/** Opens when it is first used, and anew after it was lost. A query may take so many milliseconds. */
export function openConnection(url: string, most: number): Connection {
  const pool = openPool(url, 'read', {
    application_name: 'local-record-cube',
    max: 1,
    statement_timeout: most,
    connectionTimeoutMillis: most,
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
