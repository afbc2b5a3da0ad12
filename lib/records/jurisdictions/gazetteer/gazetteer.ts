import { addressed } from './addresses'
import { findCities } from './cities'
import { countyPlace, readCounties } from './counties'
import { known } from './known-places'
import { centre, type Place } from './place'
import { readCities, readShapes } from './sources'
import { ocdOf, STATES, statePath } from '@/lib/vocabularies/us-states'

export type Redirect = { from: string; to: string }

const DISTRICT_GEONAMES_ID = 4140963

const build = (): { places: Place[]; redirects: Redirect[] } => {
  const shapes = readShapes()
  const counties = readCounties(shapes.counties)
  const stateShapes = new Map(shapes.states.map((shape) => [shape.id, shape]))
  const district = readCities().find((city) => city.cityId === DISTRICT_GEONAMES_ID)

  const states = STATES.map((state): Place => {
    const isDistrict = state.kind === 'district'
    return {
      key: `state:${state.fips}`,
      path: statePath(state),
      parentPath: null,
      kind: state.kind,
      name: state.name,
      fullName: state.name,
      usps: state.usps,
      geoid: state.fips,
      ocdId: ocdOf(state),
      geonamesId: isDistrict ? DISTRICT_GEONAMES_ID : null,
      countyGeoid: state.countyGeoid ?? null,
      population: (isDistrict && district?.population) || null,
      ...centre(stateShapes.get(state.fips)!),
      aliases: [...(state.aliases ?? [])],
      note: null,
    }
  })

  const found = findCities(counties)
  const merged = new Map<string, string>()
  for (const state of states) if (state.countyGeoid) merged.set(state.countyGeoid, state.path)
  const cityCounties = new Set(found.filter((city) => city.isCounty).map((city) => city.county!.geoid))
  const own = counties.filter(({ geoid }) => !merged.has(geoid) && !cityCounties.has(geoid))
  const cities = addressed(found, new Set(own.map(({ path }) => path)))
  for (const { countyGeoid, path } of cities) if (countyGeoid) merged.set(countyGeoid, path)

  const places = [...states, ...own.map(countyPlace), ...cities].map((place) => {
    return place.parentPath === '/gu/guam' ? { ...place, parentPath: '/gu' } : place
  })
  const fromCounties = counties.flatMap(({ geoid, path }): Redirect[] => {
    const to = merged.get(geoid)
    return to && to !== path ? [{ from: path, to }] : []
  })
  const byHand = Object.entries(known.redirects).map(([from, to]) => ({ from, to }))
  return { places, redirects: [...fromCounties, ...byHand] }
}

let built: ReturnType<typeof build> | undefined

/** All states, counties and populated places, in this order. Deterministic. */
export const gazetteer = (): Place[] => (built ??= build()).places

/** Redirects of county paths: "/co/denver-county" leads to Denver, a consolidated city and county. */
export const countyRedirects = (): Redirect[] => (built ??= build()).redirects
