import { type Sql, identifier, sql } from './sql'

// Changes of many rows, each as one statement whose text is the same for any number of them.

type Row<C extends string> = Readonly<Record<C, unknown>>

const columnList = (columns: readonly string[]): Sql =>
  columns.map(identifier).reduce((left, right) => sql`${left}, ${right}`)

/** Rows as JSON; their types are those of the table's own columns. */
const jsonRows = <C extends string>(table: string, columns: readonly C[], rows: readonly Row<C>[]): Sql =>
  sql`SELECT ${columnList(columns)} FROM jsonb_populate_recordset(NULL::${identifier(table)}, ${JSON.stringify(rows)}::jsonb)`

export const insertRows = <C extends string>(table: string, columns: readonly C[], rows: readonly Row<C>[]): Sql =>
  sql`INSERT INTO ${identifier(table)} (${columnList(columns)}) ${jsonRows(table, columns, rows)}`

/** Rows that are new, or stand in the place of those with the same id. */
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

/** Several changes as one statement. None of them sees what another one does. */
export const combineStatements = (changes: readonly Sql[]): Sql => {
  const also = changes.map((one, at) => sql`${identifier(`change_${at}`)} AS (${one})`)
  return sql`WITH ${also.reduce((left, right) => sql`${left}, ${right}`)} SELECT`
}
