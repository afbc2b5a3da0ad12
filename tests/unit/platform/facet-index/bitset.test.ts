import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Bitset } from '@/lib/platform/facet-index/bitset'

const SIZE = 200
const members = fc.uniqueArray(fc.integer({ min: 0, max: SIZE - 1 }))
const bitsOf = (some: readonly number[]) => new Bitset(SIZE).add(Int32Array.from(some))
const sorted = (some: Iterable<number>) => [...some].toSorted((a, b) => a - b)

test('sets of bits are sets', () =>
  fc.assert(
    fc.property(members, members, (left, right) => {
      const [a, b] = [new Set(left), new Set(right)]
      const both = left.filter((one) => b.has(one))
      expect([...bitsOf(left).members()]).toEqual(sorted(left))
      expect(bitsOf(left).count()).toBe(a.size)
      expect([...bitsOf(left).rest().members()]).toEqual([...Bitset.full(SIZE).drop(bitsOf(left)).members()])
      expect(bitsOf(left).shared(bitsOf(right))).toBe(both.length)
      expect([...bitsOf(left).keep(bitsOf(right)).members()]).toEqual(sorted(both))
      expect([...bitsOf(left).drop(bitsOf(right)).members()]).toEqual(sorted(left.filter((one) => !b.has(one))))
      expect([...bitsOf(left).join(bitsOf(right)).members()]).toEqual(sorted(new Set([...a, ...b])))
    }),
  ))

test('what is added after a comparison counts in the next', () => {
  const bits = bitsOf([1])
  expect(bits.shared(Bitset.full(SIZE))).toBe(1)
  expect([bits.count(), bits.members().length, bits.rest().count()]).toEqual([1, 1, SIZE - 1])
  bits.add(Int32Array.of(150))
  bits.join(bitsOf([199]))
  expect(bits.shared(Bitset.full(SIZE))).toBe(3)
  expect([bits.count(), bits.members().length, bits.rest().count()]).toEqual([3, 3, SIZE - 3])
})

test.each([1, 31, 32, 33, 64, 200])('a full set of %i has so many members', (size) =>
  expect(Bitset.full(size).count()).toBe(size),
)
