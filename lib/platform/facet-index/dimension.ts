import { Bitset } from './bitset'
import type { PackedDimension } from './build-segment'
import { type Texts, findText, textAt } from './packed-text'

type Span = { precision: string; first: number; last: number }

/** One thing that is known of each row: its options, as a packed axis has them. */
export class Dimension {
  readonly codes: Texts
  readonly many: number
  #spans: Span[] | undefined
  #all: Int32Array | undefined
  readonly #texts: Record<number, string> = {}

  constructor(
    private readonly packed: PackedDimension,
    private readonly size: number,
  ) {
    this.codes = packed.codes
    this.many = packed.codes.starts.length - 1
  }

  code(at: number): string {
    return at < 0 ? '' : (this.#texts[at] ??= textAt(this.codes, at))
  }

  find(code: string): number {
    return findText(this.codes, code)
  }

  /** The rows that have one of the options. */
  any(codes: Iterable<number>): Bitset {
    const found = new Bitset(this.size)
    for (const code of codes) {
      if (code < 0) continue
      if ('bits' in this.packed) found.join(this.#bits(code))
      else found.add(this.packed.rows, this.packed.starts[code], this.packed.starts[code + 1])
    }
    return found
  }

  /** How many of the rows have each option. Of most rows, it is quicker to count those that are left out. */
  counts(set: Bitset): Int32Array {
    if (set.count() <= this.size / 2) return this.#counted(set)
    const left = this.#counted(set.rest())
    return this.#totals().map((total, code) => total - left[code]!)
  }

  #counted(set: Bitset): Int32Array {
    const counts = new Int32Array(this.many)
    const members = set.members()
    if ('bits' in this.packed) {
      const { masks } = this.packed
      const having = new Int32Array(2 ** this.many)
      for (let at = 0; at < members.length; at++) having[masks[members[at]!]!]!++
      for (let mask = 1; mask < having.length; mask++)
        if (having[mask])
          for (let code = 0; code < this.many; code++) if (mask & (1 << code)) counts[code]! += having[mask]!
      return counts
    }
    const { own } = this.packed
    if (!own) return counts
    const { starts, codes } = own
    for (let member = 0; member < members.length; member++) {
      const row = members[member]!
      for (let at = starts[row]!; at < starts[row + 1]!; at++) counts[codes[at]!]!++
    }
    return counts
  }

  /** How many of all rows have each option. */
  #totals(): Int32Array {
    return (this.#all ??= Int32Array.from({ length: this.many }, (_, code) =>
      'bits' in this.packed
        ? this.#bits(code).count()
        : this.packed.own
          ? this.packed.starts[code + 1]! - this.packed.starts[code]!
          : 0,
    ))
  }

  /** The options that are spans of days which share one with the days asked for. */
  overlapping(first: number, last: number, precision?: string): number[] {
    const spans = (this.#spans ??= Array.from({ length: this.many }, (_, at) => spanOf(this.code(at))))
    const found: number[] = []
    for (const [at, span] of spans.entries())
      if (span.first <= last && span.last >= first && (!precision || span.precision === precision)) found.push(at)
    return found
  }

  #bits(code: number): Bitset {
    const words = Math.ceil(this.size / 32)
    const { bits } = this.packed as { bits: Int32Array }
    return new Bitset(this.size, bits.subarray(code * words, (code + 1) * words))
  }
}

/** "month:20089:20119"; an end that is not known reaches without limit. */
const spanOf = (code: string): Span => {
  const [precision, first, last] = code.split(':') as [string, string, string]
  return { precision, first: first === '' ? -Infinity : Number(first), last: last === '' ? Infinity : Number(last) }
}
