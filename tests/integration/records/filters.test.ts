import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COLLECTIONS } from '@/lib/records/collections'
import type { RecordTypeName } from '@/lib/records/registry'
import { statementCollection } from '@/lib/records/statements/queries'
import type { Filter } from '@/lib/platform/lists/filter'
import type { Values } from '@/lib/platform/lists/filters'
import type { OptionsValue } from '@/lib/platform/lists/options-filter'
import { identifier as quoted, sql } from '@/lib/platform/database/sql'
import { type Collection, RELEVANCE } from '@/lib/platform/lists/collection'
import type { RecordBase } from '@/lib/platform/publishing/record-type'
import { contentDatabase } from '@/tests/integration/content'
import { cases } from '@/tests/fixtures/thorough'
import { anyQuery, fittingQuery } from '@/tests/fixtures/count-queries'
import { canEvaluate, matchesFilters } from './match-cards'

await contentDatabase()

const RECORD_TYPES = Object.entries(COLLECTIONS) as unknown as [RecordTypeName, Collection][]
const TABLES: Record<string, string> = { policies: 'policy', 'federal-actions': 'federal_action' }
const tableOf = (type: string) => quoted(TABLES[type] ?? type.replace(/s$/, ''))

/** All the rows of a list, page by page. */
const walk = async (
  collection: Collection,
  options: object,
  size: number,
): Promise<{ ids: string[]; total: number }> => {
  const ids: string[] = []
  let after: string | undefined
  for (;;) {
    const page = await collection.list({ ...options, size, ...(after && { after }) })
    ids.push(...page.rows.map((one) => one.id))
    if (!page.next) return { ids, total: page.total }
    after = page.next
  }
}

/** The values with an option selected as its count assumes: alone, or with those that must all apply. */
const chosen = (collection: Collection, values: Values, key: string, code: string): Values => {
  const filter = collection.filters.filters[key] as Filter<unknown>
  if (filter.control.kind === 'flag') return { ...values, [key]: true }
  const given = values[key] as OptionsValue | undefined
  if (given && filter.isConjunctive?.(given))
    return { ...values, [key]: { ...given, codes: [...new Set([...given.codes, code])] } }
  return { ...values, [key]: { codes: [code], modified: given?.modified ?? false } }
}

describe.each(RECORD_TYPES)('%s', (type, collection) => {
  const many = type === 'jurisdictions'

  test('the heading, pages and options agree with a scan of all cards', { timeout: 240_000 }, async () => {
    const cards = (await sql`SELECT card FROM ${tableOf(type)}`.rows<{ card: RecordBase }>()).map(({ card }) => card)
    const open = await collection.facets({})
    const known = Object.fromEntries(
      Object.entries(open).flatMap(([key, options]) => {
        const codes = options!.filter((one) => one.count > 0).map((one) => one.code)
        return codes.length ? [[key, codes]] : []
      }),
    )
    let compared = 0
    const sorts = [RELEVANCE, ...Object.keys(collection.sorts)]
    await fc.assert(
      fc.asyncProperty(fittingQuery(collection.filters, known), fc.constantFrom(...sorts), async (params, sort) => {
        const { values, issues } = collection.filters.parse(params)
        expect(issues.filter((one) => one.param !== 'to')).toEqual([])
        const { ids, total } = await walk(collection, { filters: values, sort }, many ? 5_000 : 4)
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids.length).toBe(total)
        expect(await collection.count(values)).toBe(total)

        const facets = await collection.facets(values)
        for (const [key, options] of Object.entries(facets)) {
          const given = collection.filters.filters[key]!.codes(values[key])
          const some = options!.filter(({ code }, at) => at < 1 || given.includes(code))
          for (const { code, count } of some)
            expect([key, code, await collection.count(chosen(collection, values, key, code))]).toEqual([
              key,
              code,
              count,
            ])
        }
        const possible = await collection.possibleDates(values)
        if (possible) expect(await collection.count(possible.values)).toBe(total + possible.count)

        if (!canEvaluate(type, values) || (type === 'stances' && !values.superseded)) return
        compared++
        const expected = cards.filter((card) => matchesFilters(type, card, values))
        expect(ids.toSorted()).toEqual(expected.map((one) => one.id).toSorted())
      }),
      cases(many ? 4 : 12),
    )
    if (type !== 'stances') expect(compared).toBeGreaterThan(0)
  })

  test('in every sort order, the pages concatenate to the whole list', async () => {
    const filters = collection.filters.parse(new URLSearchParams(many ? 'state=RI' : '')).values
    const words = { ...filters, text: many ? 'warwick' : 'police or city or mayor' }
    for (const sort of [RELEVANCE, ...Object.keys(collection.sorts)]) {
      const values = sort === RELEVANCE ? words : filters
      const whole = await collection.list({ filters: values, sort, size: 500 })
      expect([sort, (await walk(collection, { filters: values, sort }, 7)).ids]).toEqual([
        sort,
        whole.rows.map((one) => one.id),
      ])
    }
  })

  test('any query string gets a response', () =>
    fc.assert(
      fc.asyncProperty(anyQuery(collection.filters), fc.string(), async (params, after) => {
        const { values } = collection.filters.parse(params)
        const { total } = await collection.list({ filters: values, after, sort: params.get('sort') ?? '' })
        expect(total).toBeGreaterThanOrEqual(0)
        if (!many) expect(await collection.facets(values)).toBeDefined()
        if (total === 0)
          for (const way of await collection.suggestRelaxations(values)) expect(way.count).toBeGreaterThan(0)
      }),
      cases(many ? 6 : 15),
    ))
})

describe('text search finds statements', () => {
  const speakers = async (q: string) => {
    const { values } = statementCollection.filters.parse(new URLSearchParams({ q }))
    const { rows } = await statementCollection.list({ filters: values, size: 50 })
    return rows.map((one) => one.speakers[0]!.official?.name ?? one.speakers[0]!.organization!.name)
  }
  test.each([
    ['garcia', 'Jesús "Chuy" García'],
    ['chuy garcia', 'Jesús "Chuy" García'],
    ['"using their time efficiently"', 'Daniel Scesney'],
    ['officer efficient', 'Daniel Scesney'],
    ['the scesney', 'Daniel Scesney'],
    ['kera efficien', 'Daniel Scesney'],
    ['zzzz or scesney', 'Daniel Scesney'],
    ['agentes scesney', 'Daniel Scesney'],
  ])('%s: %s', async (q, name) => expect(await speakers(q)).toContain(name))

  test.each(['"efficiently time using"', 'scesney -texas', 'scesney zzzz'])('%s: nobody', async (q) =>
    expect(await speakers(q)).toEqual([]),
  )

  test('an exact name ranks first, then a name with that prefix', async () => {
    const first = async (type: 'jurisdictions' | 'officials', q: string) => {
      const { values } = COLLECTIONS[type].filters.parse(new URLSearchParams({ q }))
      return (await COLLECTIONS[type].list({ filters: values })).rows.map((one) => one.path)
    }
    expect((await first('jurisdictions', 'El Paso, Texas'))[0]).toBe('/tx/el-paso')
    expect((await first('jurisdictions', 'Illinois'))[0]).toBe('/il')
    expect((await first('officials', 'chuy garcia'))[0]).toContain('garcia')
  })

  test('closer words rank first, unless another sort order is requested', async () => {
    const { values } = statementCollection.filters.parse(new URLSearchParams({ q: 'police' }))
    const [best, newest] = await Promise.all(
      [undefined, 'newest'].map((sort) =>
        statementCollection.list({ filters: values, size: 50, ...(sort && { sort }) }),
      ),
    )
    expect(best!.rows.map(({ id }) => id)).not.toEqual(newest!.rows.map(({ id }) => id))
    expect(best!.rows.map(({ id }) => id).toSorted()).toEqual(newest!.rows.map(({ id }) => id).toSorted())
  })

  test('a misspelled name finds the official', async () => {
    const { values } = COLLECTIONS.officials.filters.parse(new URLSearchParams({ q: 'Mike Johnson' }))
    expect((await COLLECTIONS.officials.list({ filters: values })).rows.map((one) => one.name)).toContain(
      'Mike Johnston',
    )
  })
})
