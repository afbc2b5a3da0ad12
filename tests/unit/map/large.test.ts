import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { largest, shownPlaces } from '@/components/public/map/largest'
import { MapTable } from '@/components/public/map/map-table'
import { StanceMapFigure } from '@/components/public/map/stance-map'
import type { Jurisdiction } from '@/lib/records/jurisdictions/schema'
import { nationOutline } from '@/lib/features/map/shapes'
import type { MapPlace, StanceMap } from '@/lib/features/map/stance-map'
import type { Stance } from '@/lib/records/stances/schema'

const stance = (id: string, jurisdiction: Jurisdiction): Stance =>
  ({
    ...{ id, jurisdiction, path: `/stances/${id}`, value: 'will_cooperate', topic: 'detainers', basis: 'statement' },
    ...{ organization: null, asOf: { edtf: '2025' }, asOfBasis: 'source', statements: [], policies: [] },
    ...{ bound: [], evidence: 'reported', coding: 'editor' },
  }) as unknown as Stance

const placeAt = (at: number): MapPlace => {
  const id = String(at).padStart(5, '0')
  const place = {
    ...{ id, name: `Place ${id}`, fullName: `Place ${id}, Texas`, path: `/tx/place-${id}`, usps: 'TX' },
    ...{ kind: 'city', population: at, lat: 26 + (at % 20), lon: -120 + (at % 45) },
  } as unknown as Jurisdiction
  return { place, stances: at % 2 ? [stance(id, place)] : [] }
}

const mapOf = (count: number): StanceMap => ({
  topic: 'detainers',
  states: [],
  places: Array.from({ length: count }, (_, at) => placeAt(at)),
  asOf: null,
})

const outline = nationOutline()

const htmlOf = (map: StanceMap): string =>
  renderToStaticMarkup(
    createElement(
      'div',
      null,
      createElement(StanceMapFigure, { map, outline, path: '/map', lang: 'en' }),
      createElement(MapTable, { map, lang: 'en' }),
    ),
  )

describe('a map with very many places', () => {
  test('has the same size with ten times as many, and states how many are omitted', () => {
    const [many, more] = [htmlOf(mapOf(400)), htmlOf(mapOf(4_000))]
    expect(Math.abs(more.length - many.length)).toBeLessThan(0.02 * many.length)
    const { shown, left } = shownPlaces(mapOf(4_000))
    expect(shown.length + left).toBe(4_000)
    expect(more).toContain(`${left.toLocaleString('en-US')} more places`)
  })
  test('shows the most populous places in their order', () => {
    const { places } = mapOf(100)
    expect(largest(places.toReversed(), 2).map(({ place }) => place.population)).toEqual([99, 98])
  })
  test('omits no place if all fit', () => {
    expect(shownPlaces(mapOf(70)).left).toBe(0)
    expect(htmlOf(mapOf(70))).not.toContain('more places')
  })
})
