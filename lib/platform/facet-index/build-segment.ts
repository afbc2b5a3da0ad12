import { LENGTH, idAt, rowOf } from './ids'
import type { Plan, Query } from './plan'
import { type Texts, packTexts } from './packed-text'
import type { PackedTripleCounts } from './triple-counts'

/** So many options at most are kept as one set of bits each. */
const FEW = 16

/** Which records have which options. Few options are bits, many are lists: both are read from either side. */
export type PackedDimension = { codes: Texts } & (
  | {
      /** The rows of each option. */
      bits: Int32Array
      /** The options of each row. */
      masks: Uint8Array | Uint16Array
    }
  | {
      starts: Int32Array
      rows: Int32Array
      /** For options that are counted: those of each row. */
      own?: { starts: Int32Array; codes: Uint16Array | Int32Array }
    }
)

/** The rows in an order. */
export type PackedOrder = { rows: Int32Array; column: string; descending: boolean }

/** What rows are sorted by. */
export type Keys = Float64Array | Texts

/** Records as numbers, all of it in memory that threads share. The rows are in the order of their ids. */
export type PackedSegment = {
  ids: Float64Array
  axes: ReadonlyMap<string, PackedDimension>
  orders: ReadonlyMap<string, PackedOrder>
  keys: ReadonlyMap<string, Keys>
  /** Only of a whole table. */
  together?: PackedTripleCounts
}

type Group = { code: string; ids: string }
type Listed = { ids: string | null; keys: Buffer | null }
/** Asks a query of the plan, of all records or of some. */
export type Ask = <Row>(query: Query) => Promise<Row[]>

/** Reads a table as its plan says and packs it. */
export async function buildSegment(plan: Plan, ask: Ask): Promise<PackedSegment> {
  let ids: Float64Array | undefined
  const orders = new Map<string, PackedOrder>()
  const keys = new Map<string, Keys>()
  for (const { key, words, descending, query } of plan.orders) {
    const [listed] = await ask<Listed>(query)
    const inOrder = numbersOf(listed?.ids ?? '')
    ids ??= sharedFloats(inOrder).sort()
    const rows = new Int32Array(new SharedArrayBuffer(ids.length * 4))
    for (let at = 0; at < rows.length; at++) rows[at] = rowOf(ids, inOrder[at]!)
    const column = key.split(' ')[0]!
    orders.set(key, { rows, column, descending })
    if (!keys.has(column)) keys.set(column, (words ? wordKeys : numberKeys)(rows, listed?.keys ?? Buffer.alloc(0)))
  }
  const axes = new Map<string, PackedDimension>()
  for (const { key, spans, query } of plan.axes) axes.set(key, packDimension(await ask<Group>(query), ids!, spans))
  return { ids: ids!, axes, orders, keys }
}

const numbersOf = (text: string): Float64Array => {
  const ids = new Float64Array(text.length / LENGTH)
  for (let at = 0; at < ids.length; at++) ids[at] = idAt(text, at * LENGTH)
  return ids
}

const sharedFloats = (numbers: Float64Array): Float64Array => {
  const copy = new Float64Array(new SharedArrayBuffer(numbers.byteLength))
  copy.set(numbers)
  return copy
}

const numberKeys = (rows: Int32Array, bytes: Buffer): Float64Array => {
  const keys = new Float64Array(new SharedArrayBuffer(rows.length * 8))
  for (const [at, row] of rows.entries()) keys[row] = bytes.readDoubleBE(at * 8)
  return keys
}

const wordKeys = (rows: Int32Array, bytes: Buffer): Texts => {
  const words = Array.from<Uint8Array>({ length: rows.length })
  let start = 0
  for (const row of rows) {
    const end = bytes.indexOf(0, start)
    words[row] = bytes.subarray(start, end)
    start = end + 1
  }
  return packTexts(words)
}

export const packDimension = (groups: readonly Group[], ids: Float64Array, spans: boolean): PackedDimension => {
  const coder = new TextEncoder()
  const codes = packTexts(groups.map(({ code }) => coder.encode(code)))
  const rows = groups.map(({ ids: text }) => rowsOf(text, ids))
  if (spans) return { codes, ...lists(rows) }
  if (groups.length <= FEW) {
    const words = Math.ceil(ids.length / 32)
    const bits = new Int32Array(new SharedArrayBuffer(groups.length * words * 4))
    const masks =
      groups.length <= 8
        ? new Uint8Array(new SharedArrayBuffer(ids.length))
        : new Uint16Array(new SharedArrayBuffer(ids.length * 2))
    for (const [code, members] of rows.entries())
      for (const row of members) {
        bits[code * words + (row >>> 5)]! |= 1 << (row & 31)
        masks[row]! |= 1 << code
      }
    return { codes, bits, masks }
  }
  const own = byRow(rows, ids.length)
  return { codes, own, ...lists(byCode(own, groups.length)) }
}

/** The rows of ids; what is no record of the table is passed over. */
export const rowsOf = (text: string, ids: Float64Array): Int32Array => {
  const rows = new Int32Array(text.length / LENGTH)
  let found = 0
  for (let at = 0; at < text.length; at += LENGTH) {
    const row = rowOf(ids, idAt(text, at))
    if (row >= 0) rows[found++] = row
  }
  return rows.subarray(0, found)
}

const lists = (rows: readonly Int32Array[]): { starts: Int32Array; rows: Int32Array } => {
  const starts = new Int32Array(new SharedArrayBuffer((rows.length + 1) * 4))
  for (const [code, members] of rows.entries()) starts[code + 1] = starts[code]! + members.length
  const joined = new Int32Array(new SharedArrayBuffer(starts[rows.length]! * 4))
  for (const [code, members] of rows.entries()) joined.set(members, starts[code])
  return { starts, rows: joined }
}

/** The options of each row, each once. */
export const byRow = (rows: readonly Int32Array[], size: number) => {
  const starts = new Int32Array(new SharedArrayBuffer((size + 1) * 4))
  // The last option that a row was given: the same one twice follows on itself.
  const last = new Int32Array(size).fill(-1)
  for (const [code, members] of rows.entries())
    for (const row of members) {
      if (last[row] !== code) starts[row + 1]!++
      last[row] = code
    }
  for (let row = 0; row < size; row++) starts[row + 1]! += starts[row]!
  const total = starts[size]!
  const codes =
    rows.length <= 65_536
      ? new Uint16Array(new SharedArrayBuffer(total * 2))
      : new Int32Array(new SharedArrayBuffer(total * 4))
  const free = starts.slice(0, size)
  last.fill(-1)
  for (const [code, members] of rows.entries())
    for (const row of members) {
      if (last[row] !== code) codes[free[row]!++] = code
      last[row] = code
    }
  return { starts, codes }
}

const byCode = ({ starts, codes }: ReturnType<typeof byRow>, many: number): Int32Array[] => {
  const sizes = new Int32Array(many)
  for (const code of codes) sizes[code]!++
  const rows = Array.from(sizes, (size) => new Int32Array(size))
  sizes.fill(0)
  for (let row = 0; row < starts.length - 1; row++)
    for (let at = starts[row]!; at < starts[row + 1]!; at++) {
      const code = codes[at]!
      rows[code]![sizes[code]!++] = row
    }
  return rows
}
