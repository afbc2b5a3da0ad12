import { afterAll, describe, expect, inject, test } from 'vitest'
import { compare } from '@/lib/features/compare/queries'
import { stanceMap } from '@/lib/features/map/queries'
import { MAP_TOPICS } from '@/lib/features/map/topic'
import { kindsInOrder, search, suggest } from '@/lib/features/search/queries'
import { closePools } from '@/lib/platform/database/pool'
import { STATES } from '@/lib/vocabularies/us-states'
import { set } from '@/lib/platform/settings/settings'
import { withDatabase } from '@/scripts/postgres/databases'
import { contentTemplate, copyDatabase, dropDatabase } from '@/scripts/postgres/templates'

// The first content, as readers have it.
const { admin, prefix } = inject('testServer')
const name = `${prefix}find_and_map`
await copyDatabase(admin, await contentTemplate({ admin, prefix }), name)
await closePools()
set('DATABASE_URL', withDatabase(admin, name))
afterAll(async () => {
  await closePools()
  await dropDatabase(admin, name)
})

describe('the map', () => {
  test('separates a state’s own bodies, those of its places, and states without research', async () => {
    const { states, places } = await stanceMap('enforcement-participation')
    const state = (usps: string) => states.find((one) => one.place.usps === usps)!
    expect(states).toHaveLength(56)
    expect(state('IL').stances.map((one) => one.value)).toEqual(['some_cases'])
    expect(state('WA')).toMatchObject({ researched: true, stances: [] })
    expect(state('WY')).toMatchObject({ researched: false, stances: [] })
    // Only a member of Congress speaks for Texas: that is no entry on what the state does.
    expect(state('TX').researched).toBe(false)
    const omaha = places.find((one) => one.place.name === 'Omaha')!
    expect(omaha.stances.map((one) => one.organization?.name).toSorted()).toEqual([
      'City of Omaha',
      'Omaha Police Department',
    ])
  })
  test('every current stance is on the map of exactly one topic, and a state’s map is a part of it', async () => {
    const maps = await Promise.all(MAP_TOPICS.map((topic) => stanceMap(topic)))
    const ids = maps.flatMap(({ states, places }) =>
      [...states, ...places].flatMap((one) => one.stances.map((stance) => stance.id)),
    )
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toHaveLength(26)
    const { states, places } = await stanceMap('enforcement-participation', 'TX')
    expect(states.map((one) => one.place.name)).toEqual(['Texas'])
    expect(places.map((one) => one.place.name)).toEqual(['El Paso', 'Grand Prairie'])
  })
})

test.each(STATES.map(({ name, usps }) => [name, usps]))(
  'typing %s or %s offers the state first',
  async (name, usps) => {
    for (const input of [name, usps, usps.toLowerCase()])
      expect((await suggest(input))[0], input).toMatchObject({ path: `/${usps.toLowerCase()}`, exact: true })
  },
)

test('namesakes are all counted and stand in the order of their states', async () => {
  const { places, namesakes } = await search('Washington County')
  expect(namesakes).toBeGreaterThan(places.length)
  const names = places.map((one) => one.fullName)
  expect(names.every((one) => one.startsWith('Washington County'))).toBe(true)
  expect(names).toEqual(names.toSorted())
})

describe('search suggestions', () => {
  const names = async (q: string) => (await suggest(q)).map((one) => one.name)
  test.each([
    ['minnea', 'Minneapolis, Minnesota'],
    ['garcia', 'Jesús "Chuy" García'],
    ['mike johnson', 'Mike Johnston'],
    ['nyc', 'New York City, New York'],
    ['mineapolis', 'Minneapolis, Minnesota'],
    ['EL PASO, tex', 'El Paso, Texas'],
    ['Lancaster PA', 'Lancaster, Pennsylvania'],
    ['lancaster, calif.', 'Lancaster, California'],
    ['City of Omaha, Neb.', 'Omaha, Nebraska'],
    ['County of Los Angeles', 'Los Angeles County, California'],
  ])('for “%s” begin with %s', async (q, first) => expect((await names(q))[0]).toBe(first))
  test('leave out places with a merely similar name', async () => {
    expect(await names('garcia')).not.toContain('Gary, Indiana')
    expect((await search('garcia')).places.map((one) => one.name)).not.toContain('Gary')
    expect((await kindsInOrder('garcia'))[0]).toBe('officials')
  })
  test.each(['', '  ', "'", '%', '_', '\\', '\0', '\ud800', 'x'.repeat(1_000)])(
    'for %j have at most eight entries',
    async (q) => {
      expect((await suggest(q)).length).toBeLessThanOrEqual(8)
    },
  )
})

describe('comparing places', () => {
  test('shows the stances of today, and of a day before the agreement of Las Vegas', async () => {
    const paths = ['/nv/las-vegas', '/tx/el-paso', '/zz/nowhere']
    const topics = (found: Awaited<ReturnType<typeof compare>>) =>
      found.places[0]!.stances.map((one) => one.stance.topic)
    const now = await compare({ paths, on: null })
    expect(now.places.map((one) => one.place.name)).toEqual(['Las Vegas', 'El Paso'])
    expect(now.missing).toEqual(['/zz/nowhere'])
    expect(topics(now)).toContain('agreement-287g')
    const before = await compare({ paths, on: '2025-03-01' })
    expect(topics(before)).not.toContain('agreement-287g')
    expect(topics(before)).toContain('enforcement-participation')
  })
})
