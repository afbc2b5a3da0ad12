import { ID_LENGTH, findRow, parseId } from './record-ids'
import type { Plan, PlannedQuery } from './plan'
import { type PackedTexts, packTexts } from './packed-text'
import type { PackedTripleCounts } from './triple-counts'

/** A dimension with at most this many codes is stored as bitmaps, one with more as posting lists. */
const MAX_BITMAP_CODES = 16

/** For each code its rows (inverted index) and for each row its codes (forward index). */
export type PackedDimension = { codes: PackedTexts } & (
  | {
      /** Inverted index: one bitmap per code, concatenated. */
      bitmaps: Int32Array
      /** Forward index: one bitmask of codes per row. */
      masks: Uint8Array | Uint16Array
    }
  | {
      /** Inverted index: the posting list of code `c` is `rows[starts[c]..starts[c + 1]]`. */
      starts: Int32Array
      rows: Int32Array
      /** Forward index: the codes of row `r` are `codes[starts[r]..starts[r + 1]]`. Missing where codes are not counted. */
      forward?: { starts: Int32Array; codes: Uint16Array | Int32Array }
    }
)

/** A sort order as a permutation of the rows. */
export type PackedOrder = { rows: Int32Array; column: string; descending: boolean }

/** The values of a sorted column, by row. NaN and byte FF stand for NULL. */
export type SortKeys = Float64Array | PackedTexts

/** Records as typed arrays in shared memory. Row numbers follow the order of the ids. */
export type PackedSegment = {
  ids: Float64Array
  dimensions: ReadonlyMap<string, PackedDimension>
  orders: ReadonlyMap<string, PackedOrder>
  sortKeys: ReadonlyMap<string, SortKeys>
  /** Only base segments have them. */
  tripleCounts?: PackedTripleCounts
}

/** A code and the concatenated ids of its records. */
type CodeGroup = { code: string; ids: string }
type OrderResult = { ids: string | null; keys: Buffer | null }
/** Runs a query of the plan, for all records or for some. */
export type RunQuery = <Row>(query: PlannedQuery) => Promise<Row[]>

/** Reads the rows that a plan selects and packs them. */
export async function buildSegment(plan: Plan, run: RunQuery): Promise<PackedSegment> {
  let ids: Float64Array | undefined
  const orders = new Map<string, PackedOrder>()
  const sortKeys = new Map<string, SortKeys>()
  for (const { key, isText, column, descending, query } of plan.orders) {
    const [result] = await run<OrderResult>(query)
    const sortedIds = parseIds(result?.ids ?? '')
    ids ??= toShared(sortedIds).sort()
    const rows = new Int32Array(new SharedArrayBuffer(ids.length * 4))
    for (let i = 0; i < rows.length; i++) rows[i] = findRow(ids, sortedIds[i]!)
    orders.set(key, { rows, column, descending })
    if (!sortKeys.has(column))
      sortKeys.set(column, (isText ? packTextKeys : packNumberKeys)(rows, result?.keys ?? Buffer.alloc(0)))
  }
  const dimensions = new Map<string, PackedDimension>()
  for (const { key, isRange, query } of plan.dimensions)
    dimensions.set(key, packDimension(await run<CodeGroup>(query), ids!, isRange))
  return { ids: ids!, dimensions, orders, sortKeys }
}

const parseIds = (text: string): Float64Array => {
  const ids = new Float64Array(text.length / ID_LENGTH)
  for (let i = 0; i < ids.length; i++) ids[i] = parseId(text, i * ID_LENGTH)
  return ids
}

const toShared = (numbers: Float64Array): Float64Array => {
  const copy = new Float64Array(new SharedArrayBuffer(numbers.byteLength))
  copy.set(numbers)
  return copy
}

const packNumberKeys = (rows: Int32Array, bytes: Buffer): Float64Array => {
  const keys = new Float64Array(new SharedArrayBuffer(rows.length * 8))
  for (const [i, row] of rows.entries()) keys[row] = bytes.readDoubleBE(i * 8)
  return keys
}

const packTextKeys = (rows: Int32Array, bytes: Buffer): PackedTexts => {
  const texts = Array.from<Uint8Array>({ length: rows.length })
  let start = 0
  for (const row of rows) {
    const end = bytes.indexOf(0, start)
    texts[row] = bytes.subarray(start, end)
    start = end + 1
  }
  return packTexts(texts)
}

/** Packs the codes of a dimension. Ranges of days are only selected, never counted, so they get no forward index. */
export const packDimension = (groups: readonly CodeGroup[], ids: Float64Array, isRange: boolean): PackedDimension => {
  const encoder = new TextEncoder()
  const codes = packTexts(groups.map(({ code }) => encoder.encode(code)))
  const rows = groups.map((group) => rowsOfIds(group.ids, ids))
  if (isRange) return { codes, ...packPostings(rows) }
  if (groups.length <= MAX_BITMAP_CODES) {
    const words = Math.ceil(ids.length / 32)
    const bitmaps = new Int32Array(new SharedArrayBuffer(groups.length * words * 4))
    const masks =
      groups.length <= 8
        ? new Uint8Array(new SharedArrayBuffer(ids.length))
        : new Uint16Array(new SharedArrayBuffer(ids.length * 2))
    for (const [code, members] of rows.entries())
      for (const row of members) {
        bitmaps[code * words + (row >>> 5)]! |= 1 << (row & 31)
        masks[row]! |= 1 << code
      }
    return { codes, bitmaps, masks }
  }
  const forward = forwardIndex(rows, ids.length)
  return { codes, forward, ...packPostings(postingsOf(forward, groups.length)) }
}

/** The rows of concatenated ids; ids that are not in the segment are skipped. */
export const rowsOfIds = (text: string, ids: Float64Array): Int32Array => {
  const rows = new Int32Array(text.length / ID_LENGTH)
  let length = 0
  for (let start = 0; start < text.length; start += ID_LENGTH) {
    const row = findRow(ids, parseId(text, start))
    if (row >= 0) rows[length++] = row
  }
  return rows.subarray(0, length)
}

const packPostings = (postings: readonly Int32Array[]): { starts: Int32Array; rows: Int32Array } => {
  const starts = new Int32Array(new SharedArrayBuffer((postings.length + 1) * 4))
  for (const [code, members] of postings.entries()) starts[code + 1] = starts[code]! + members.length
  const rows = new Int32Array(new SharedArrayBuffer(starts[postings.length]! * 4))
  for (const [code, members] of postings.entries()) rows.set(members, starts[code])
  return { starts, rows }
}

/** The codes of each row without duplicates, from the rows of each code. */
export const forwardIndex = (postings: readonly Int32Array[], size: number) => {
  const starts = new Int32Array(new SharedArrayBuffer((size + 1) * 4))
  // The last code added to each row: a duplicate directly follows the first occurrence.
  const last = new Int32Array(size).fill(-1)
  for (const [code, members] of postings.entries())
    for (const row of members) {
      if (last[row] !== code) starts[row + 1]!++
      last[row] = code
    }
  for (let row = 0; row < size; row++) starts[row + 1]! += starts[row]!
  const total = starts[size]!
  const codes =
    postings.length <= 65_536
      ? new Uint16Array(new SharedArrayBuffer(total * 2))
      : new Int32Array(new SharedArrayBuffer(total * 4))
  const next = starts.slice(0, size)
  last.fill(-1)
  for (const [code, members] of postings.entries())
    for (const row of members) {
      if (last[row] !== code) codes[next[row]!++] = code
      last[row] = code
    }
  return { starts, codes }
}

const postingsOf = ({ starts, codes }: ReturnType<typeof forwardIndex>, codeCount: number): Int32Array[] => {
  const sizes = new Int32Array(codeCount)
  for (const code of codes) sizes[code]!++
  const postings = Array.from(sizes, (size) => new Int32Array(size))
  sizes.fill(0)
  for (let row = 0; row < starts.length - 1; row++)
    for (let i = starts[row]!; i < starts[row + 1]!; i++) {
      const code = codes[i]!
      postings[code]![sizes[code]!++] = row
    }
  return postings
}
