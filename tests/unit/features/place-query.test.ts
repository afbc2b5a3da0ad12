import { describe, expect, test } from 'vitest'
import { readPlaceQuery } from '@/lib/features/search/place-query'
import { STATES } from '@/lib/vocabularies/us-states'

test.each(STATES.map(({ name, usps }) => [name, usps]))('%s and its code name the state', (name, usps) => {
  for (const text of [name, name.toUpperCase(), usps, usps.toLowerCase(), ` ${usps} `])
    expect(readPlaceQuery(text).state, text).toBe(usps)
})

test.each([
  ['Calif.', 'CA'],
  ['Penna.', 'PA'],
  ['N.Y.', 'NY'],
  ['N. Y.', 'NY'],
  ['W. Va.', 'WV'],
  ['D.C.', 'DC'],
])('the old abbreviation %s names %s', (text, usps) => expect(readPlaceQuery(text).state).toBe(usps))

const has = (input: string, name: string, usps: string | null) =>
  expect(readPlaceQuery(input).readings).toContainEqual({ name, usps })

describe('a place with its state', () => {
  test.each(['Lancaster PA', 'Lancaster, PA', 'lancaster, pa.', 'Lancaster Penn.', 'Lancaster, Pennsylvania'])(
    '%s',
    (input) => has(input, 'lancaster', 'PA'),
  )
  test('the state may have several words', () => has('Wilmington, North Carolina', 'wilmington', 'NC'))
  test('the literal reading comes first', () => {
    expect(readPlaceQuery('Port Washington').readings[0]).toEqual({ name: 'port washington', usps: null })
    expect(readPlaceQuery('Kansas City').state).toBeNull()
  })
})

describe('a form of government', () => {
  test.each([
    ['Town of Brookline', 'brookline', null],
    ['City of the Dalles, Ore.', 'dalles', 'OR'],
    ['County of Los Angeles', 'los angeles county', null],
    ['Parish of Orleans, Louisiana', 'orleans parish', 'LA'],
    ['Boise city, Idaho', 'boise', 'ID'],
  ])('%s', (input, name, usps) => has(input, name, usps))
})

test('no input is without a reading, and none throws', () => {
  for (const odd of ['x', '%', 'of', 'city of', 'the', "o'", "'", '.', 'PA PA', '😀'])
    expect(readPlaceQuery(odd).readings.length, odd).toBeGreaterThan(0)
})
