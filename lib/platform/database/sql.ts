import { createHash } from 'node:crypto'
import pg from 'pg'
import { markDatabaseDown } from '@/lib/platform/request-context/request-context'
import { isDatabaseUnavailable } from './availability'
import { withReadPool } from './replicas'

export const rawJsonTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format: 'text') =>
    oid === pg.types.builtins.JSONB
      ? String
      : pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig['getTypeParser'],
}

const names = new Map<string, string>()

/** Each connection keeps a plan of each prepared statement as long as it is open, here and in PostgreSQL. */
const MAX_PREPARED_STATEMENTS = 1_000

/** The name of a prepared statement, the same in every process; undefined when there are too many to prepare another. */
export const preparedStatementName = (text: string): string | undefined => {
  const known = names.get(text)
  if (known || names.size >= MAX_PREPARED_STATEMENTS) return known
  const name = createHash('sha256').update(text).digest('base64url')
  names.set(text, name)
  return name
}

/** An SQL fragment with its parameter values separate from its text. */
export class Sql {
  constructor(
    readonly parts: readonly string[],
    readonly values: readonly unknown[],
  ) {}

  /**
   * Runs it on a read-only connection. `rawJson` returns JSON as text, for callers that only pass it on. `prepared` has
   * it planned once per connection, which pays if the plan is the same for all values.
   */
  async rows<Row>({ rawJson = false, prepared = false } = {}): Promise<Row[]> {
    const { text, values } = toQuery(this)
    const query = {
      text,
      values,
      ...(rawJson && { types: rawJsonTypes }),
      name: prepared ? preparedStatementName(text) : undefined,
    }
    try {
      return (await withReadPool((pool) => pool.query(query))).rows as Row[]
    } catch (error) {
      if (isDatabaseUnavailable(error)) markDatabaseDown()
      throw error
    }
  }
}

/**
 * SQL as a template: values become parameters, nested pieces are joined in.
 * ```ts
 * await sql`SELECT card FROM ${identifier('statement')} WHERE id = ${id}`.rows<{ card: Statement }>()
 * ```
 */
export const sql = (parts: TemplateStringsArray, ...values: unknown[]): Sql => new Sql(parts, values)

/** A quoted name of a table or column. Never pass user input. */
export const identifier = (name: string): Sql => new Sql([`"${name.replaceAll('"', '""')}"`], [])

/** Joins conditions with AND; no condition is true. */
export const and = (conditions: readonly Sql[]): Sql =>
  conditions.length ? conditions.reduce((left, right) => sql`${left} AND ${right}`) : sql`true`

// PostgreSQL rejects null characters and stores none, so a text with this replacement matches nothing.
const withoutNullBytes = (value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value

/** The query text with numbered parameters, and the values. */
export const toQuery = (piece: Sql): { text: string; values: unknown[] } => {
  const values: unknown[] = []
  const write = ({ parts, values: given }: Sql): string =>
    parts
      .map((part, at) => {
        if (at >= given.length) return part
        const value = given[at]
        return part + (value instanceof Sql ? write(value) : `$${values.push(withoutNullBytes(value))}`)
      })
      .join('')
  return { text: write(piece), values }
}
