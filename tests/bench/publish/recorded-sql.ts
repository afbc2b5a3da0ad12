import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { DATA } from '@/scripts/paths'

type Query = { text: string; values: unknown[] }

/** Records the SQL statements of `work`. */
async function recorded(work: () => Promise<unknown>): Promise<Query[]> {
  const seen: Query[] = []
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first, second] = args
    const { text, values } = typeof first === 'string' ? { text: first, values: second } : (first as Partial<Query>)
    if (text) seen.push({ text, values: Array.isArray(values) ? values : [] })
    return Reflect.apply(query, this, args)
  } as typeof query
  await work().finally(() => (pg.Client.prototype.query = query))
  return seen
}

const literal = (value: unknown): string => {
  if (value === null || value === undefined) return 'NULL'
  if (Array.isArray(value)) return `'${arrayOf(value)}'`
  const text =
    value instanceof Date ? value.toISOString() : typeof value === 'object' ? JSON.stringify(value) : String(value)
  return `'${text.replaceAll("'", "''")}'`
}
const arrayOf = (values: unknown[]): string =>
  `{${values.map((one) => JSON.stringify(String(one)).replaceAll("'", "''")).join(',')}}`

/** The statements as a pgbench script, with new ids in each transaction. */
const script = (queries: Query[], id: string): string => {
  const text = queries
    .map(
      ({ text, values }) =>
        `${text
          .trim()
          .replace(/;$/, '')
          .replace(/\$(\d+)\b/g, (_, at) => literal(values[at - 1]))};`,
    )
    .join('\n')
  const rows = new Map<string, string>()
  const fresh = text.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, (uuid) => {
    if (!rows.has(uuid)) rows.set(uuid, `${String(rows.size).padStart(8, '0')}-0000-7000-8000-:row`)
    return rows.get(uuid)!
  })
  const head = '\\set row random(100000000000, 999999999999)\n\\set id random(1000000000, 9999999999)\n'
  return head + fresh.replaceAll(id, ':id')
}

export type SameSql = { rate: (seconds: number) => number }

/** The SQL of one publication for pgbench; null if pgbench is not installed. */
export async function sameSql(
  database: string,
  id: string,
  publish: () => Promise<unknown>,
  clients: number,
): Promise<SameSql | null> {
  if (spawnSync('pgbench', ['--version']).status !== 0) return null
  const folder = join(DATA, 'bench')
  const file = join(folder, 'publish.sql')
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, script(await recorded(publish), id))
  return {
    rate: (seconds) => {
      const args = ['-n', '-M', 'simple', '-c', `${clients}`, '-j', '1', '-T', `${seconds}`, '-f', file, database]
      const { stdout, stderr } = spawnSync('pgbench', args, { encoding: 'utf8' })
      const found = /tps = ([\d.]+) \(without/.exec(stdout)
      if (!found || /aborted|ERROR/.test(stderr))
        throw new Error(`pgbench did not run the SQL of a publication:\n${stderr}`)
      return Number(found[1])
    },
  }
}
