import { Bits } from './bits'
import type { PackedAxis } from './pack'
import { type Texts, findText, textAt } from './texts'

type Span = { precision: string; first: number; last: number }

/** One thing that is known of each row: its options, as a packed axis has them. */
export class Axis {
  readonly codes: Texts
  readonly many: number
  #spans: Span[] | undefined
  readonly #texts: Record<number, string> = {}

  constructor(
    private readonly packed: PackedAxis,
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
  any(codes: Iterable<number>): Bits {
    const found = new Bits(this.size)
    for (const code of codes) {
      if (code < 0) continue
      if ('bits' in this.packed) found.join(this.#bits(code))
      else {
        const { starts, rows } = this.packed
        for (let at = starts[code]!; at < starts[code + 1]!; at++) found.add(rows[at]!)
      }
    }
    return found
  }

  /** How many of the rows have each option. */
  counts(set: Bits): Int32Array {
    const counts = new Int32Array(this.many)
    if ('bits' in this.packed) {
      for (let code = 0; code < this.many; code++) counts[code] = set.shared(this.#bits(code))
      return counts
    }
    const { starts, own } = this.packed
    if (!own) return counts
    // Of most rows, it is quicker to count those that are left out.
    const most = set.count() > this.size / 2
    const { words } = set
    for (let word = 0; word < words.length; word++)
      for (let rest = most ? ~words[word]! : words[word]!; rest !== 0; rest &= rest - 1) {
        const row = word * 32 + 31 - Math.clz32(rest & -rest)
        if (row >= this.size) break
        for (let at = own.starts[row]!; at < own.starts[row + 1]!; at++) counts[own.codes[at]!]!++
      }
    if (most)
      for (let code = 0; code < this.many; code++) counts[code] = starts[code + 1]! - starts[code]! - counts[code]!
    return counts
  }

  /** The options that are spans of days which share one with the days asked for. */
  overlapping(first: number, last: number, precision?: string): number[] {
    const spans = (this.#spans ??= Array.from({ length: this.many }, (_, at) => spanOf(this.code(at))))
    const found: number[] = []
    for (const [at, span] of spans.entries())
      if (span.first <= last && span.last >= first && (!precision || span.precision === precision)) found.push(at)
    return found
  }

  #bits(code: number): Bits {
    const words = Math.ceil(this.size / 32)
    const { bits } = this.packed as { bits: Uint32Array }
    return new Bits(this.size, bits.subarray(code * words, (code + 1) * words))
  }
}

/** "month:20089:20119"; an end that is not known reaches without limit. */
const spanOf = (code: string): Span => {
  const [precision, first, last] = code.split(':') as [string, string, string]
  return { precision, first: first === '' ? -Infinity : Number(first), last: last === '' ? Infinity : Number(last) }
}
