import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Bitset } from '@/lib/platform/facet-index/bitset'

const SIZE = 200
const members = fc.uniqueArray(fc.integer({ min: 0, max: SIZE - 1 }))
const bitsetOf = (rows: readonly number[]) => new Bitset(SIZE).add(Int32Array.from(rows))
const sorted = (rows: Iterable<number>) => [...rows].toSorted((a, b) => a - b)

test('bitset operations agree with Set', () =>
  fc.assert(
    fc.property(members, members, (left, right) => {
      const [a, b] = [new Set(left), new Set(right)]
      const both = left.filter((row) => b.has(row))
      expect([...bitsetOf(left).members()]).toEqual(sorted(left))
      expect(bitsetOf(left).count()).toBe(a.size)
      expect([...bitsetOf(left).complement().members()]).toEqual([
        ...Array.from({ length: SIZE }, (_, row) => row).filter((row) => !a.has(row)),
      ])
      expect([...bitsetOf(left).and(bitsetOf(right)).members()]).toEqual(sorted(both))
      expect([...bitsetOf(left).or(bitsetOf(right)).members()]).toEqual(sorted(new Set([...a, ...b])))
    }),
  ))

test('a mutation invalidates derived values', () => {
  const bitset = bitsetOf([1])
  expect([bitset.count(), bitset.members().length, bitset.complement().count()]).toEqual([1, 1, SIZE - 1])
  bitset.add(Int32Array.of(150))
  bitset.or(bitsetOf([199]))
  expect([bitset.count(), bitset.members().length, bitset.complement().count()]).toEqual([3, 3, SIZE - 3])
})

test.each([1, 31, 32, 33, 64, 200])('a full set of size %i has that many members', (size) =>
  expect(Bitset.full(size).count()).toBe(size),
)
