import { type Sql, identifier, sql } from './sql'

// Statements that write many rows. The text is the same for any number of rows, so PostgreSQL plans it once.

type Row<C extends string> = Readonly<Record<C, unknown>>

const columnList = (columns: readonly string[]): Sql =>
  columns.map(identifier).reduce((left, right) => sql`${left}, ${right}`)

/** Selects rows from JSON, with the types of the table's columns. */
const jsonRows = <C extends string>(table: string, columns: readonly C[], rows: readonly Row<C>[]): Sql =>
  sql`SELECT ${columnList(columns)} FROM jsonb_populate_recordset(NULL::${identifier(table)}, ${JSON.stringify(rows)}::jsonb)`

export const insertRows = <C extends string>(table: string, columns: readonly C[], rows: readonly Row<C>[]): Sql =>
  sql`INSERT INTO ${identifier(table)} (${columnList(columns)}) ${jsonRows(table, columns, rows)}`

/** Inserts rows, or updates those with the same id. */
export const upsert = <C extends string>(
  table: string,
  columns: readonly C[],
  rows: readonly (Row<C> & { id: string })[],
): Sql => {
  const set = columns.map((column) => sql`${identifier(column)} = excluded.${identifier(column)}`)
  const all = rows.map((row) => ({ ...row, card: {} }))
  return sql`${insertRows(table, ['id', 'card', ...columns], all)}
    ON CONFLICT (id) DO UPDATE SET ${set.reduce((left, right) => sql`${left}, ${right}`)}`
}

export const deleteRows = (table: string, column: string, ids: readonly string[]): Sql =>
  sql`DELETE FROM ${identifier(table)} WHERE ${identifier(column)} = ANY(${ids})`

/** Combines statements into one. None of them sees the changes of another. */
export const combineStatements = (statements: readonly Sql[]): Sql => {
  const ctes = statements.map((statement, index) => sql`${identifier(`statement_${index}`)} AS (${statement})`)
  return sql`WITH ${ctes.reduce((left, right) => sql`${left}, ${right}`)} SELECT`
}
