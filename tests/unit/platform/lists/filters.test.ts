import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { federalActionFilters } from '@/lib/records/federal-actions/filters'
import { jurisdictionFilters } from '@/lib/records/jurisdictions/filters'
import { labelFilters } from '@/lib/records/labels/filters'
import { officialFilters } from '@/lib/records/officials/filters'
import { organizationFilters } from '@/lib/records/organizations/filters'
import { policyFilters } from '@/lib/records/policies/filters'
import { sourceFilters } from '@/lib/records/sources/filters'
import { stanceFilters } from '@/lib/records/stances/filters'
import { statementFilters } from '@/lib/records/statements/filters'
import type { FilterSet } from '@/lib/platform/lists/filters'
import { LANGS } from '@/lib/platform/i18n/locale'
import { and, toQuery } from '@/lib/platform/database/sql'
import { anyQuery, fittingQuery } from '@/tests/fixtures/count-queries'

const SETS: [string, FilterSet][] = Object.entries({
  statements: statementFilters,
  policies: policyFilters,
  stances: stanceFilters,
  officials: officialFilters,
  organizations: organizationFilters,
  'federal-actions': federalActionFilters,
  sources: sourceFilters,
  jurisdictions: jurisdictionFilters,
  labels: labelFilters,
})

describe.each(SETS)('%s', (_, filters) => {
  const anything = fc.oneof(anyQuery(filters), fittingQuery(filters))

  test('any query string can be parsed, described and queried, and invalid parameters are reported', () =>
    fc.assert(
      fc.property(anything, (params) => {
        const { values, issues } = filters.parse(params)
        for (const { message } of issues) expect(message.en && message.es).toBeTruthy()
        for (const lang of LANGS) expect(filters.sentence(values, lang, { count: 3 })).toMatch(/^3 /)
        expect(toQuery(and(filters.where(values))).text).not.toContain('undefined')
      }),
    ))

  test('every value round-trips through the URL, in any order and with duplicates', () =>
    fc.assert(
      fc.property(anything, (params) => {
        const { values } = filters.parse(params)
        const query = filters.toQuery(values)
        expect(filters.parse(query)).toEqual({ values, issues: [] })
        const shuffled = new URLSearchParams([...query, ...query].toReversed())
        const again = filters.parse(shuffled).values
        // A text or date parameter occurs once; a duplicate would mean something else.
        if (!values.text) expect(filters.toQuery(again).toString()).toBe(query.toString())
      }),
    ))

  test('each chip removes one filter, and all of them together remove every filter', () =>
    fc.assert(
      fc.property(fittingQuery(filters), (params) => {
        let { values } = filters.parse(params)
        for (let steps = 0; steps < 200; steps++) {
          const [chip] = filters.chips(values, 'en')
          if (!chip) break
          expect(filters.chips(chip.without, 'en').length).toBe(filters.chips(values, 'en').length - 1)
          values = chip.without
        }
        expect(filters.toQuery(values).toString()).toBe('')
      }),
    ))

  test('every parameter is described, once', () => {
    const described = filters.openapi()
    expect(new Set(described.map(({ name }) => name)).size).toBe(described.length)
    for (const one of described) {
      expect(one.description.length, one.name).toBeGreaterThan(2)
      expect(one.schema).toHaveProperty('type')
    }
  })
})

const parsed = (query: string) => statementFilters.parse(new URLSearchParams(query))
const said = (query: string, lang: 'en' | 'es', count?: number) =>
  statementFilters.sentence(parsed(query).values, lang, count === undefined ? {} : { count })

describe('the description of a view', () => {
  const query = 'state=TX&body=police_department&topic=enforcement-participation&from=2025-01'
  test('in English', () =>
    expect(said(query, 'en', 14)).toBe(
      '14 statements by police departments in Texas about joining operations, since January 2025',
    ))
  test('in Spanish', () =>
    expect(said(query, 'es', 14)).toBe(
      '14 declaraciones de departamentos de policía en Texas sobre participación en operativos, desde enero de 2025',
    ))
  test('without a count, with one, with none', () =>
    expect([said('', 'en'), said('', 'en', 1), said('', 'en', 0), said('', 'es', 0)]).toEqual([
      'Statements',
      '1 statement',
      'No statements',
      'Ninguna declaración',
    ]))
  test('any and all', () =>
    expect([said('topic=detainers&topic=asylum', 'en'), said('topic=detainers&topic=asylum&topics=all', 'en')]).toEqual(
      ['Statements about detainers or limits on asylum', 'Statements about detainers and limits on asylum'],
    ))
})

describe('an invalid parameter', () => {
  test.each([
    ['topic=nonsense', 'topic'],
    ['from=2025-02-30', 'from'],
    ['from=2025&to=2024', 'to'],
    ['place=Texas', 'place'],
    ['colour=red', 'colour'],
    ['speaks=maybe', 'speaks'],
    ['from=2025&possible=maybe', 'possible'],
    ['q=%22%22', 'q'],
    ['topic=x%00y', 'topic'],
  ])('%s is reported and left out', (query, param) => {
    const { values, issues } = parsed(query)
    expect(issues.map((one) => one.param)).toEqual([param])
    expect(statementFilters.toQuery(values).toString()).toBe(query.includes('from=2025&possible') ? 'from=2025' : '')
  })
  test('a retired parameter is dropped without a remark', () => {
    expect(parsed('representatives=yes')).toEqual({ values: {}, issues: [] })
  })
  test('tracking parameters and empty fields are ignored', () =>
    expect(parsed('utm_source=x&fbclid=y&q=&from=').issues).toEqual([]))
})
