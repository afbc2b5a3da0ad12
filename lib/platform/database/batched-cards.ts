import { currentPublicRequest } from '@/lib/platform/request-context/request-context'
import { type Sql, sql } from './sql'

type Row = { query: number; card: unknown }

/** The queries of a request since the last turn of the event loop, and the cards of each. */
type Batch = { queries: Sql[]; results: Promise<unknown[][]> }
const batches = new WeakMap<object, Batch>()

/**
 * Loads the cards of a query that selects nothing but `card`, in its order. Queries that a public page starts in the
 * same turn of the event loop are sent as one: the round trip takes longer than finding a few cards.
 */
export const loadCards = async <R>(query: Sql): Promise<R[]> => {
  const request = currentPublicRequest()
  if (!request) return (await runBatch([query]))[0] as R[]
  let batch = batches.get(request)
  if (!batch) {
    const queries: Sql[] = []
    const results = new Promise((resolve) => setImmediate(resolve)).then(() => {
      batches.delete(request)
      return runBatch(queries)
    })
    batches.set(request, (batch = { queries, results }))
  }
  const index = batch.queries.push(query) - 1
  return (await batch.results)[index] as R[]
}

const runBatch = async (queries: readonly Sql[]): Promise<unknown[][]> => {
  const rows = await queries
    .map((query, index) => sql`SELECT ${index}::int AS query, card FROM (${query}) cards`)
    .reduce((left, right) => sql`${left} UNION ALL ${right}`)
    .rows<Row>({ prepared: true })
  const results: unknown[][] = queries.map(() => [])
  for (const { query, card } of rows) results[query]!.push(card)
  return results
}
