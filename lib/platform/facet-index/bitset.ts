/** Values derived from the bits, dropped on every mutation. */
type Derived = { count?: number; members?: Int32Array; complement?: Bitset }

/** A set is sparse when it has fewer than `size / SPARSE_DIVISOR` members. */
const SPARSE_DIVISOR = 8

/** A set of the integers from 0 to `size - 1`, one bit each. */
export class Bitset {
  readonly words: Int32Array
  #derived: Derived = {}

  constructor(
    readonly size: number,
    words?: Int32Array,
  ) {
    this.words = words ?? new Int32Array(Math.ceil(size / 32))
  }

  static full(size: number): Bitset {
    return new Bitset(size).complement()
  }

  /** The intersection of sets: AND of words, or, when the smallest set is sparse, a probe of each of its members. */
  static intersection(sets: readonly Bitset[]): Bitset {
    const [smallest, ...rest] = sets.toSorted((a, b) => a.count() - b.count())
    const others = rest.filter((set) => set.count() < set.size)
    if (smallest!.count() > smallest!.size / SPARSE_DIVISOR)
      return others.reduce((result, other) => result.and(other), smallest!.copy())
    const members = others.reduce((left, other) => membersWithin(left, other.words), smallest!.members())
    const result = new Bitset(smallest!.size).add(members)
    result.#derived = { count: members.length, members }
    return result
  }

  /** Adds rows from a list, or from a slice of it. */
  add(rows: Int32Array, from = 0, to = rows.length): this {
    const { words } = this
    for (let i = from; i < to; i++) words[rows[i]! >>> 5]! |= 1 << (rows[i]! & 31)
    this.#derived = {}
    return this
  }

  remove(row: number): void {
    this.words[row >>> 5]! &= ~(1 << (row & 31))
    this.#derived = {}
  }

  has(row: number): boolean {
    return ((this.words[row >>> 5]! >>> (row & 31)) & 1) === 1
  }

  copy(): Bitset {
    return new Bitset(this.size, this.words.slice())
  }

  /** Intersects this set with another, in place. */
  and({ words: others }: Bitset): this {
    const { words } = this
    for (let i = 0; i < words.length; i++) words[i]! &= others[i]!
    this.#derived = {}
    return this
  }

  /** Adds the members of another set, in place. */
  or({ words: others }: Bitset): this {
    const { words } = this
    for (let i = 0; i < words.length; i++) words[i]! |= others[i]!
    this.#derived = {}
    return this
  }

  count(): number {
    return (this.#derived.count ??= countBits(this.words))
  }

  /** The members in ascending order. */
  members(): Int32Array {
    return (this.#derived.members ??= listMembers(this.words, this.count()))
  }

  complement(): Bitset {
    return (this.#derived.complement ??= new Bitset(this.size, invert(this.words, this.size)))
  }
}

const membersWithin = (members: Int32Array, words: Int32Array): Int32Array => {
  const result = new Int32Array(members.length)
  let length = 0
  for (let i = 0; i < members.length; i++) {
    const member = members[i]!
    if ((words[member >>> 5]! >>> (member & 31)) & 1) result[length++] = member
  }
  return result.subarray(0, length)
}

const countBits = (words: Int32Array): number => {
  let count = 0
  for (let i = 0; i < words.length; i++) count += popcount(words[i]!)
  return count
}

const listMembers = (words: Int32Array, count: number): Int32Array => {
  const members = new Int32Array(count)
  let length = 0
  for (let i = 0; i < words.length; i++)
    for (let word = words[i]!; word !== 0; word &= word - 1) members[length++] = i * 32 + 31 - Math.clz32(word & -word)
  return members
}

const invert = (words: Int32Array, size: number): Int32Array => {
  const inverted = words.map((word) => ~word)
  // Bits beyond the size stay zero, else counts would include them.
  if (size % 32) inverted[inverted.length - 1]! &= 2 ** (size % 32) - 1
  return inverted
}

const popcount = (word: number): number => {
  let n = word - ((word >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
