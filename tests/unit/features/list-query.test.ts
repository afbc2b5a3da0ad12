import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseListQuery } from '@/lib/features/lists/parse-list-query'
import { RECORD_TYPE_NAMES } from '@/lib/records/registry'

test('the default view has no parameters', () => {
  for (const type of RECORD_TYPE_NAMES)
    expect(parseListQuery(type, 'en', '')).toMatchObject({ issues: [], requested: `/${type}`, canonical: `/${type}` })
})

test('view parameters follow the filters in canonical order', () => {
  const { canonical, issues } = parseListQuery('statements', 'es', 'density=compact&view=table&state=TX&sort=oldest')
  expect(issues).toEqual([])
  expect(canonical).toBe('/statements?state=TX&sort=oldest&view=table&density=compact')
})

test('an unknown value is an issue in both languages and is left out', () => {
  const { canonical, issues } = parseListQuery('labels', 'en', 'view=cards')
  expect(canonical).toBe('/labels')
  expect(issues).toEqual([
    { param: 'view', value: 'cards', message: { en: 'This value is not known.', es: 'Este valor no se conoce.' } },
  ])
})

test('a canonical address is canonical again, whatever the query', () => {
  const pair = fc.tuple(
    fc.constantFrom('sort', 'view', 'density', 'rows', 'columns', 'after', 'q', 'state', 'x'),
    fc.oneof(fc.string(), fc.constantFrom('table', 'compact', 'all', 'oldest', 'TX', 'title')),
  )
  fc.assert(
    fc.property(fc.constantFrom(...RECORD_TYPE_NAMES), fc.array(pair), (type, pairs) => {
      const { canonical } = parseListQuery(type, 'en', new URLSearchParams(pairs).toString())
      const again = parseListQuery(type, 'en', canonical.split('?')[1] ?? '')
      expect(again.canonical).toBe(canonical)
      expect(again.issues).toEqual([])
    }),
  )
})
