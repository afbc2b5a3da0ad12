import { type Sql, name, sql } from './sql'

// Changes of many rows, each as one statement whose text is the same for any number of them.

type Row<C extends string> = Readonly<Record<C, unknown>>

const list = (columns: readonly string[]): Sql => columns.map(name).reduce((left, right) => sql`${left}, ${right}`)

/** Rows as JSON; their types are those of the table's own columns. */
const given = <C extends string>(table: string, columns: readonly C[], rows: readonly Row<C>[]): Sql =>
  sql`SELECT ${list(columns)} FROM jsonb_populate_recordset(NULL::${name(table)}, ${JSON.stringify(rows)}::jsonb)`

export const insert = <C extends string>(table: string, columns: readonly C[], rows: readonly Row<C>[]): Sql =>
  sql`INSERT INTO ${name(table)} (${list(columns)}) ${given(table, columns, rows)}`

/** Rows that are new, or stand in the place of those with the same id. */
export const put = <C extends string>(
  table: string,
  columns: readonly C[],
  rows: readonly (Row<C> & { id: string })[],
): Sql => {
  const set = columns.map((column) => sql`${name(column)} = excluded.${name(column)}`)
  const all = rows.map((row) => ({ ...row, card: {} }))
  return sql`${insert(table, ['id', 'card', ...columns], all)}
    ON CONFLICT (id) DO UPDATE SET ${set.reduce((left, right) => sql`${left}, ${right}`)}`
}

export const remove = (table: string, column: string, ids: readonly string[]): Sql =>
  sql`DELETE FROM ${name(table)} WHERE ${name(column)} = ANY(${ids})`

/** Several changes as one statement. None of them sees what another one does. */
export const together = (changes: readonly Sql[]): Sql => {
  const also = changes.map((one, at) => sql`${name(`change_${at}`)} AS (${one})`)
  return sql`WITH ${also.reduce((left, right) => sql`${left}, ${right}`)} SELECT`
}
