import { geoContains, geoDistance } from 'd3-geo'
import type { Position } from 'geojson'
import type { County } from './counties'

type Box = { county: County; points: Position[]; west: number; east: number; south: number; north: number }

const EARTH_KM = 6371
export const kilometres = (a: readonly [number, number], b: readonly [number, number]): number =>
  geoDistance([...a], [...b]) * EARTH_KM

const boxOf = (county: County): Box => {
  const { geometry } = county.shape
  const points = geometry.type === 'Polygon' ? geometry.coordinates.flat() : geometry.coordinates.flat(2)
  const lons = points.map((point) => point[0]!)
  const lats = points.map((point) => point[1]!)
  return {
    county,
    points,
    west: Math.min(...lons),
    east: Math.max(...lons),
    south: Math.min(...lats),
    north: Math.max(...lats),
  }
}

/** Simplified coastlines put some harbors at sea. Such a place gets the nearest county within this distance. */
const OFF_SHORE_KM = 60

/** Finds the county of a point, within its state. */
export const countyFinder = (counties: readonly County[]) => {
  const byState = new Map<string, Box[]>()
  for (const county of counties)
    byState.set(county.state.usps, [...(byState.get(county.state.usps) ?? []), boxOf(county)])
  return (usps: string, point: [lon: number, lat: number]): County | null => {
    const boxes = byState.get(usps) ?? []
    const [lon, lat] = point
    const around = boxes.filter((b) => b.west <= lon && lon <= b.east && b.south <= lat && lat <= b.north)
    const inside = around.find(({ county }) => geoContains(county.shape.geometry, point))
    if (inside) return inside.county
    let nearest: County | null = null
    let distance = OFF_SHORE_KM
    for (const { county, points } of boxes)
      for (const corner of points) {
        const away = kilometres(point, [corner[0]!, corner[1]!])
        if (away < distance) [nearest, distance] = [county, away]
      }
    return nearest
  }
}
