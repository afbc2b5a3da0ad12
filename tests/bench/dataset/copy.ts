import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

/** An object becomes JSON and a list becomes a text array. For a list as JSON, pass the serialized text. */
type Value = string | number | boolean | null | readonly string[] | object

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const escaped = (text: string) => text.replace(/[\\\t\n\r]/g, (one) => ESCAPES[one]!)

const written = (value: Value): string => {
  if (value === null) return '\\N'
  if (Array.isArray(value)) return escaped(`{${value.map((one) => JSON.stringify(one)).join(',')}}`)
  return escaped(typeof value === 'object' ? JSON.stringify(value) : String(value))
}

export type Sink<C extends string> = { add: (row: Record<C, Value>) => Promise<void>; end: () => Promise<void> }

/** Lines per write to PostgreSQL. */
const BATCH = 200

/** Streams rows into a table by COPY. Each stream needs its own connection. */
export function sink<C extends string>(client: pg.Client, table: string, columns: readonly C[]): Sink<C> {
  const names = columns.map((column) => `"${column}"`).join(', ')
  const stream = client.query(copyFrom(`COPY "${table}" (${names}) FROM STDIN`))
  let lines: string[] = []
  const flush = async () => {
    const text = lines.join('')
    lines = []
    if (text && !stream.write(text)) await once(stream, 'drain')
  }
  return {
    add: async (row) => {
      lines.push(`${columns.map((column) => written(row[column])).join('\t')}\n`)
      if (lines.length >= BATCH) await flush()
    },
    end: async () => {
      await flush()
      stream.end()
      await finished(stream)
    },
  }
}
