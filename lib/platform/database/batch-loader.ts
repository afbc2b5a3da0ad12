import DataLoader from 'dataloader'

/**
 * Combines the keys that are loaded within one turn of the event loop into one query, which runs in the async context
 * of the first. Nothing is cached.
 */
export const createBatchLoader = <Row>(
  query: (keys: string[]) => Promise<ReadonlyMap<string, Row>>,
): ((key: string) => Promise<Row | undefined>) => {
  const loader = new DataLoader<string, Row | undefined>(
    async (keys) => {
      const rows = await query([...new Set(keys)])
      return keys.map((key) => rows.get(key))
    },
    { cache: false, batchScheduleFn: (dispatch) => void setImmediate(dispatch) },
  )
  return (key) => loader.load(key)
}
