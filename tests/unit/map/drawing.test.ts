import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { avoidOverlap } from '@/components/public/map/avoid-overlap'
import { fillOf, shadesAt, shadesOf, tally } from '@/lib/features/map/shading'
import { nationOutline, stateOutline } from '@/lib/features/map/shapes'
import { type Point, ringPath, simplify } from '@/lib/features/map/simplify'
import { FIRST_TOPIC, MAP_TOPICS, mapTopic } from '@/lib/features/map/topic'
import { STATES } from '@/lib/vocabularies/us-states'

const point = fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 600 })) as fc.Arbitrary<Point>

describe('outlines', () => {
  test('a simplified line keeps its ends and uses only original points', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 2, maxLength: 40 }), (line) => {
        const less = simplify(line, 5)
        expect(less[0]).toEqual(line[0])
        expect(less.at(-1)).toEqual(line.at(-1))
        expect(less.every((one) => line.includes(one))).toBe(true)
      }),
    )
  })
  test('a ring is written with relative coordinates', () => {
    const square: Point[] = [[1, 1], [9, 1], [9, 9], [1, 9], [1, 1]] // prettier-ignore
    expect(ringPath(square)).toBe('M1 1l8 0 0 8-8 0z')
  })
  test('the nation has every state and D.C. once, and projects places', () => {
    const { shapes, at } = nationOutline()
    const drawn = STATES.filter((one) => one.kind !== 'territory').map((one) => one.fips)
    expect(shapes.map((one) => one.geoid).toSorted()).toEqual(drawn.toSorted())
    expect(shapes.every((one) => /^M[\d\s.l\-Mz]+z$/.test(one.d))).toBe(true)
    expect(at(-106.49, 31.76)!.map(Math.round)).toEqual([297, 453])
    expect(at(-66.1, 18.4)).toBeNull()
  })
  test('states and territories of every shape fit their frame', () => {
    for (const usps of ['TX', 'AK', 'HI', 'RI', 'PR', 'GU', 'DC']) {
      const outline = stateOutline(usps)!
      expect(outline.shapes.length, usps).toBeGreaterThan(0)
      expect(Math.max(outline.width, outline.height), usps).toBeLessThanOrEqual(764)
      for (const { middle } of outline.shapes) {
        expect(middle[0], usps).toBeGreaterThan(0)
        expect(middle[0], usps).toBeLessThan(outline.width)
      }
    }
    expect(stateOutline('XX')).toBeNull()
  })
})

test('overlapping boxes are moved apart and stay inside the map', () => {
  const box = point.map(([x, y]) => ({ x, y, width: 60, height: 20, anchor: [x, y] as const }))
  fc.assert(
    fc.property(fc.array(box, { minLength: 1, maxLength: 12 }), (boxes) => {
      const moved = avoidOverlap(boxes, 975, 640)
      for (const [at, a] of moved.entries()) {
        expect(a.x >= 0 && a.y >= 0 && a.x + a.width <= 975 && a.y + a.height <= 640).toBe(true)
        for (const b of moved.slice(at + 1)) {
          const apartX = Math.abs(a.x - b.x) >= 60 - 4
          const apartY = Math.abs(a.y - b.y) >= 20 - 4
          expect(apartX || apartY).toBe(true)
        }
      }
    }),
    { numRuns: 50 },
  )
})

describe('the fill of an area', () => {
  test('no entry, an uncoded entry and a coded stance are distinct', () => {
    expect(shadesAt({ stances: [], researched: false })).toEqual(['not_researched'])
    expect(shadesAt({ stances: [], researched: true })).toEqual(['not_reviewed'])
    expect(shadesAt({ stances: [{ value: 'none_found' }], researched: true })).toEqual(['none_found'])
  })
  test('differing bodies are shown in scale order', () => {
    const shades = shadesAt({
      stances: [{ value: 'will_cooperate' }, { value: 'must_not_cooperate' }],
      researched: true,
    })
    expect(shades).toEqual(['must_not_cooperate', 'will_cooperate'])
    expect(fillOf(shades)).toBe('url(#fill-must_not_cooperate-will_cooperate)')
  })
  test('the legend counts states and places per shade', () => {
    const rows = tally(
      'detainers',
      [
        { stances: [], researched: false },
        { stances: [], researched: true },
      ],
      [{ stances: [{ value: 'unclear' }, { value: 'must_cooperate' }] }, { stances: [] }],
    )
    const counts = Object.fromEntries(rows.map(({ shade, ...count }) => [shade, count]))
    expect(counts.not_researched).toEqual({ states: 1, places: 0 })
    expect(counts.not_reviewed).toEqual({ states: 1, places: 1 })
    expect(counts.unclear).toEqual({ states: 0, places: 1 })
    expect(counts.must_cooperate).toEqual({ states: 0, places: 1 })
  })
  test('each scale has its own values and all special values', () => {
    expect(shadesOf('services-access')).toContain('provides')
    expect(shadesOf('services-access')).not.toContain('must_cooperate')
    for (const topic of MAP_TOPICS)
      expect(shadesOf(topic)).toEqual(
        expect.arrayContaining(['none_found', 'unclear', 'not_reviewed', 'not_researched']),
      )
  })
})

test('any topic parameter is accepted', () => {
  fc.assert(fc.property(fc.anything(), (given) => MAP_TOPICS.includes(mapTopic(given))))
  expect(mapTopic('detainers')).toBe('detainers')
  expect(mapTopic('mass-removal')).toBe(FIRST_TOPIC)
})
