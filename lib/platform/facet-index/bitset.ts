/** What was found out about a set, until it changes. */
type Known = { count?: number; members?: Int32Array; rest?: Bitset }

/** A set with fewer than one in so many of all numbers is small. */
const FEW = 8

/** A set of the numbers from 0 to `size`, one bit for each. */
export class Bitset {
  readonly words: Int32Array
  #known: Known = {}

  constructor(
    readonly size: number,
    words?: Int32Array,
  ) {
    this.words = words ?? new Int32Array(Math.ceil(size / 32))
  }

  static full(size: number): Bitset {
    return new Bitset(size).rest()
  }

  /** What is in all of some sets. Of a small one each member is looked for in the others. */
  static common(sets: readonly Bitset[]): Bitset {
    const [least, ...more] = sets.toSorted((a, b) => a.count() - b.count())
    const others = more.filter((set) => set.count() < set.size)
    if (least!.count() > least!.size / FEW) return others.reduce((found, other) => found.keep(other), least!.copy())
    const members = others.reduce((left, other) => within(left, other.words), least!.members())
    const found = new Bitset(least!.size).add(members)
    found.#known = { count: members.length, members }
    return found
  }

  /** Adds some of the rows of a list, or all of them. */
  add(rows: Int32Array, from = 0, to = rows.length): this {
    const { words } = this
    for (let at = from; at < to; at++) words[rows[at]! >>> 5]! |= 1 << (rows[at]! & 31)
    this.#known = {}
    return this
  }

  remove(at: number): void {
    this.words[at >>> 5]! &= ~(1 << (at & 31))
    this.#known = {}
  }

  has(at: number): boolean {
    return ((this.words[at >>> 5]! >>> (at & 31)) & 1) === 1
  }

  copy(): Bitset {
    return new Bitset(this.size, this.words.slice())
  }

  /** Leaves what is in the other too. */
  keep({ words: others }: Bitset): this {
    const { words } = this
    for (let at = 0; at < words.length; at++) words[at]! &= others[at]!
    this.#known = {}
    return this
  }

  /** Leaves what is not in the other. */
  drop({ words: others }: Bitset): this {
    const { words } = this
    for (let at = 0; at < words.length; at++) words[at]! &= ~others[at]!
    this.#known = {}
    return this
  }

  /** Adds what is in the other. */
  join({ words: others }: Bitset): this {
    const { words } = this
    for (let at = 0; at < words.length; at++) words[at]! |= others[at]!
    this.#known = {}
    return this
  }

  count(): number {
    return (this.#known.count ??= countOf(this.words))
  }

  /** How many are in both. */
  shared({ words: others }: Bitset): number {
    const { words } = this
    let sum = 0
    for (let at = 0; at < words.length; at++) sum += ones(words[at]! & others[at]!)
    return sum
  }

  /** Its members in their order. */
  members(): Int32Array {
    return (this.#known.members ??= membersOf(this.words, this.count()))
  }

  /** All that is not in it. */
  rest(): Bitset {
    return (this.#known.rest ??= new Bitset(this.size, othersOf(this.words, this.size)))
  }
}

const within = (members: Int32Array, words: Int32Array): Int32Array => {
  const left = new Int32Array(members.length)
  let found = 0
  for (let at = 0; at < members.length; at++) {
    const member = members[at]!
    if ((words[member >>> 5]! >>> (member & 31)) & 1) left[found++] = member
  }
  return left.subarray(0, found)
}

const countOf = (words: Int32Array): number => {
  let sum = 0
  for (let at = 0; at < words.length; at++) sum += ones(words[at]!)
  return sum
}

const membersOf = (words: Int32Array, count: number): Int32Array => {
  const members = new Int32Array(count)
  let found = 0
  for (let word = 0; word < words.length; word++)
    for (let rest = words[word]!; rest !== 0; rest &= rest - 1)
      members[found++] = word * 32 + 31 - Math.clz32(rest & -rest)
  return members
}

const othersOf = (words: Int32Array, size: number): Int32Array => {
  const others = words.map((word) => ~word)
  // What is beyond the size is in no set, so that counts are right.
  if (size % 32) others[others.length - 1]! &= 2 ** (size % 32) - 1
  return others
}

const ones = (word: number): number => {
  let n = word - ((word >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
