import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinPassages, splitPassages } from '@/lib/records/statements/passages-cell'

test('each passage has its own quotation marks', () => {
  expect(joinPassages(['concern and fear', 'Enforcing the law'])).toBe('“concern and fear”\n“Enforcing the law”')
  expect(joinPassages([])).toBeNull()
})

test('a cell without quotation marks is one passage', () => {
  expect(splitPassages('as it was typed')).toEqual(['as it was typed'])
  expect(splitPassages('')).toEqual([])
})

const passage = fc.string({ minLength: 1, unit: fc.constantFrom('a', '“', '”', ' ', '[…]', ';', '’') })

test('passages return from a cell as they were', () =>
  fc.assert(
    fc.property(fc.array(passage, { minLength: 1, maxLength: 4 }), (passages) => {
      expect(splitPassages(joinPassages(passages)!)).toEqual(passages)
    }),
  ))
