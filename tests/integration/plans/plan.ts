import { readPool } from '@/lib/platform/database/pool'

/** A step of a plan as PostgreSQL's EXPLAIN writes it, as far as we look at it. */
export type Step = {
  'Node Type': string
  'Relation Name'?: string
  'Plan Rows': number
  Plans?: Step[]
}

type Query = { text: string; values?: unknown[] }
export type Asked = { text: string; plan: Step }

/** A table of more rows than these is large: it is never read from its beginning to its end. */
const LARGE = 2_000
/** A page's candidates: two thousand that are ranked, and some. More than these are never put in order. */
const CANDIDATES = 2_500

/** All that is asked of the database while something works, with the plan for it: of the read pool, as its settings say. */
export async function plansOf(work: () => Promise<unknown>): Promise<Asked[]> {
  const pool = readPool()
  const query = pool.query.bind(pool) as (query: Query) => Promise<{ rows: unknown[] }>
  const asked: Asked[] = []
  const spy = async (one: Query) => {
    const { rows } = await query({ text: `EXPLAIN (FORMAT JSON) ${one.text}`, values: one.values ?? [] })
    const [{ 'QUERY PLAN': plans }] = rows as [{ 'QUERY PLAN': [{ Plan: Step }] }]
    asked.push({ text: one.text, plan: plans[0].Plan })
    return query(one)
  }
  Object.assign(pool, { query: spy })
  try {
    await work()
  } finally {
    Reflect.deleteProperty(pool, 'query')
  }
  return asked
}

/** How many rows PostgreSQL believes each table to have. */
export async function sizes(): Promise<Map<string, number>> {
  const { rows } = await readPool().query<{ table: string; rows: number }>(
    `SELECT relname AS table, reltuples::float8 AS rows FROM pg_class WHERE relnamespace = 'public'::regnamespace`,
  )
  return new Map(rows.map(({ table, rows: many }) => [table, many]))
}

/** What in a plan grows with the tables. */
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
