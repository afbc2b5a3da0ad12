import { readPool } from '@/lib/platform/database/pool'

/** A step of a query plan: the properties of PostgreSQL's EXPLAIN that the checks read. */
export type Step = {
  'Node Type': string
  'Relation Name'?: string
  'Plan Rows': number
  Plans?: Step[]
}

type Query = { text: string; values?: unknown[] }
export type QueryPlan = { text: string; plan: Step }

/** Tables with more rows must not be scanned sequentially. */
const LARGE = 2_000
/** The maximum number of rows that a page may sort: two thousand ranked candidates and a margin. */
const CANDIDATES = 2_500

/** Runs the work and returns each query of the read pool with its plan, under the pool's own settings. */
export async function plansOf(work: () => Promise<unknown>): Promise<QueryPlan[]> {
  const pool = readPool()
  const query = pool.query.bind(pool) as (query: Query) => Promise<{ rows: unknown[] }>
  const plans: QueryPlan[] = []
  const spy = async (one: Query) => {
    const { rows } = await query({ text: `EXPLAIN (FORMAT JSON) ${one.text}`, values: one.values ?? [] })
    const [{ 'QUERY PLAN': explained }] = rows as [{ 'QUERY PLAN': [{ Plan: Step }] }]
    plans.push({ text: one.text, plan: explained[0].Plan })
    return query(one)
  }
  Object.assign(pool, { query: spy })
  try {
    await work()
  } finally {
    Reflect.deleteProperty(pool, 'query')
  }
  return plans
}

/** PostgreSQL's estimate of each table's rows. */
export async function sizes(): Promise<Map<string, number>> {
  const { rows } = await readPool().query<{ table: string; rows: number }>(
    `SELECT relname AS table, reltuples::float8 AS rows FROM pg_class WHERE relnamespace = 'public'::regnamespace`,
  )
  return new Map(rows.map(({ table, rows: count }) => [table, count]))
}

/** The steps of a plan whose cost grows with the tables. */
export const faultsOf = (step: Step, rows: ReadonlyMap<string, number>, most = CANDIDATES): string[] => {
  const table = step['Relation Name'] ?? ''
  const steps = step.Plans ?? []
  const sorted = step['Node Type'] === 'Sort' ? (steps[0]?.['Plan Rows'] ?? 0) : 0
  return [
    ...(step['Node Type'] === 'Seq Scan' && rows.get(table)! > LARGE ? [`reads all of ${table}`] : []),
    ...(sorted > most ? [`sorts ${sorted} rows`] : []),
    ...steps.flatMap((one) => faultsOf(one, rows, most)),
  ]
}
