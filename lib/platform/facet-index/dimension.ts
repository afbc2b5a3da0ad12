import { Bitset } from './bitset'
import type { PackedDimension } from './build-segment'
import { type PackedTexts, findText, textAt } from './packed-text'

type DayInterval = { first: number; last: number }

/** One dimension of a segment: selects rows by code and counts rows per code. */
export class Dimension {
  readonly codes: PackedTexts
  readonly codeCount: number
  #intervals: DayInterval[] | undefined
  #totals: Int32Array | undefined
  readonly #decoded: Record<number, string> = {}

  constructor(
    private readonly packed: PackedDimension,
    private readonly size: number,
  ) {
    this.codes = packed.codes
    this.codeCount = packed.codes.starts.length - 1
  }

  codeAt(index: number): string {
    return index < 0 ? '' : (this.#decoded[index] ??= textAt(this.codes, index))
  }

  /** The index of a code; -1 when no row of the segment has it. */
  indexOf(code: string): number {
    return findText(this.codes, code)
  }

  /** The rows that have at least one of the codes. */
  rowsWithAny(codes: Iterable<number>): Bitset {
    const rows = new Bitset(this.size)
    for (const code of codes) {
      if (code < 0) continue
      if ('bitmaps' in this.packed) rows.or(this.#bitmap(code))
      else rows.add(this.packed.rows, this.packed.starts[code], this.packed.starts[code + 1])
    }
    return rows
  }

  /** Counts the rows of a set per code. For more than half of all rows it counts the complement and subtracts. */
  countByCode(set: Bitset): Int32Array {
    if (set.count() <= this.size / 2) return this.#countMembers(set)
    const excluded = this.#countMembers(set.complement())
    return this.#allCounts().map((total, code) => total - excluded[code]!)
  }

  #countMembers(set: Bitset): Int32Array {
    const counts = new Int32Array(this.codeCount)
    const members = set.members()
    if ('bitmaps' in this.packed) {
      const { masks } = this.packed
      const countByMask = new Int32Array(2 ** this.codeCount)
      for (let i = 0; i < members.length; i++) countByMask[masks[members[i]!]!]!++
      for (let mask = 1; mask < countByMask.length; mask++)
        if (countByMask[mask])
          for (let code = 0; code < this.codeCount; code++) if (mask & (1 << code)) counts[code]! += countByMask[mask]!
      return counts
    }
    const { forward } = this.packed
    if (!forward) return counts
    const { starts, codes } = forward
    for (let i = 0; i < members.length; i++) {
      const row = members[i]!
      for (let j = starts[row]!; j < starts[row + 1]!; j++) counts[codes[j]!]!++
    }
    return counts
  }

  #allCounts(): Int32Array {
    return (this.#totals ??= Int32Array.from({ length: this.codeCount }, (_, code) =>
      'bitmaps' in this.packed
        ? this.#bitmap(code).count()
        : this.packed.forward
          ? this.packed.starts[code + 1]! - this.packed.starts[code]!
          : 0,
    ))
  }

  /** The codes whose interval of days is in the given one; with `possible`, those that overlap it. */
  daysIn(first: number, last: number, possible = false): number[] {
    const intervals = (this.#intervals ??= Array.from({ length: this.codeCount }, (_, i) =>
      parseInterval(this.codeAt(i)),
    ))
    const codes: number[] = []
    for (const [i, one] of intervals.entries())
      if (possible ? one.first <= last && one.last >= first : one.first >= first && one.last <= last) codes.push(i)
    return codes
  }

  #bitmap(code: number): Bitset {
    const words = Math.ceil(this.size / 32)
    const { bitmaps } = this.packed as { bitmaps: Int32Array }
    return new Bitset(this.size, bitmaps.subarray(code * words, (code + 1) * words))
  }
}

/** Parses "20089:20119", days since 1970. An empty end is open. */
const parseInterval = (code: string): DayInterval => {
  const [first, last] = code.split(':') as [string, string]
  return { first: first === '' ? -Infinity : Number(first), last: last === '' ? Infinity : Number(last) }
}
