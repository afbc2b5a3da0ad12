/** A set of the numbers from 0 to `size`, one bit for each. */
export class Bits {
  readonly words: Uint32Array
  #filled: Int32Array | undefined

  constructor(
    readonly size: number,
    words?: Uint32Array,
  ) {
    this.words = words ?? new Uint32Array(Math.ceil(size / 32))
  }

  static full(size: number): Bits {
    const bits = new Bits(size, new Uint32Array(Math.ceil(size / 32)).fill(0xffffffff))
    // What is beyond the size is in no set, so that counts are right.
    if (size % 32) bits.words[bits.words.length - 1] = 2 ** (size % 32) - 1
    return bits
  }

  add(at: number): void {
    if (this.#filled) this.#filled = undefined
    this.words[at >>> 5]! |= 1 << (at & 31)
  }

  remove(at: number): void {
    this.words[at >>> 5]! &= ~(1 << (at & 31))
  }

  has(at: number): boolean {
    return ((this.words[at >>> 5]! >>> (at & 31)) & 1) === 1
  }

  copy(): Bits {
    return new Bits(this.size, this.words.slice())
  }

  /** Leaves what is in the other too. */
  keep({ words }: Bits): this {
    for (let at = 0; at < this.words.length; at++) this.words[at]! &= words[at]!
    return this
  }

  /** Leaves what is not in the other. */
  drop({ words }: Bits): this {
    for (let at = 0; at < this.words.length; at++) this.words[at]! &= ~words[at]!
    return this
  }

  /** Adds what is in the other. */
  join({ words }: Bits): this {
    this.#filled = undefined
    for (let at = 0; at < this.words.length; at++) this.words[at]! |= words[at]!
    return this
  }

  count(): number {
    let sum = 0
    for (const word of this.words) sum += ones(word)
    return sum
  }

  /** How many are in both. Of a set that is compared with many, only the words that hold something are looked at. */
  shared({ words }: Bits): number {
    const filled = (this.#filled ??= this.#find())
    let sum = 0
    for (let at = 0; at < filled.length; at++) {
      const word = filled[at]!
      sum += ones(this.words[word]! & words[word]!)
    }
    return sum
  }

  #find(): Int32Array {
    const filled = new Int32Array(this.words.length)
    let found = 0
    for (let at = 0; at < this.words.length; at++) if (this.words[at] !== 0) filled[found++] = at
    return filled.subarray(0, found)
  }

  /** Its members in their order. */
  members(): Int32Array {
    const members = new Int32Array(this.count())
    let found = 0
    for (let word = 0; word < this.words.length; word++)
      for (let rest = this.words[word]!; rest !== 0; rest &= rest - 1)
        members[found++] = word * 32 + 31 - Math.clz32(rest & -rest)
    return members
  }
}

const ones = (word: number): number => {
  let n = word - ((word >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
