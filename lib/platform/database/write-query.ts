import type pg from 'pg'
import { markDatabaseDown } from '@/lib/platform/request-context/request-context'
import { isDatabaseUnavailable } from './availability'
import { writePool } from './pool'

/** Runs one statement outside of commands, for counters: they count also what is refused. */
export async function writeQuery<Row extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<Row[]> {
  try {
    return (await writePool().query<Row>(text, values)).rows
  } catch (error) {
    if (isDatabaseUnavailable(error)) markDatabaseDown()
    throw error
  }
}
