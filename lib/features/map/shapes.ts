import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type GeoProjection, geoAlbersUsa, geoConicEqualArea, geoPath } from 'd3-geo'
import type { MultiPolygon, Polygon } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification'
import { STATES } from '@/lib/vocabularies/us-states'
import { type Point, areaOf, middleOf, ringPath, simplify } from './simplify'

/** An area of a map: its Census code, its outline as an SVG path, and a point for a marker. */
export type Shape = { geoid: string; d: string; middle: Point }
export type Outline = {
  width: number
  height: number
  shapes: readonly Shape[]
  /** Projects a position; null outside the map. */
  at: (lon: number, lat: number) => Point | null
}

type Atlas = Topology<Record<'counties' | 'states', GeometryCollection<{ name: string }>>>
const load = (file: string): Atlas =>
  JSON.parse(readFileSync(join(process.cwd(), 'node_modules', 'us-atlas', file), 'utf8')) as Atlas

/** The projection of us-atlas' "albers" files. */
const NATION: Point = [975, 610]
const albers = geoAlbersUsa()
  .scale(1300)
  .translate([NATION[0] / 2, NATION[1] / 2])
const STATE: Point = [760, 560]
const MARGIN = 24

const outlines = new Map<string, Outline>()

/** Caches outlines for the life of the process: their data never changes. */
function cachedOutline(key: string, create: () => Outline): Outline {
  const outline = outlines.get(key) ?? create()
  outlines.set(key, outline)
  return outline
}

/** The fifty states and D.C.; the projection leaves out the territories. */
export const nationOutline = (): Outline =>
  cachedOutline('US', () => {
    const atlas = load('states-albers-10m.json')
    const states = atlas.objects.states.geometries
    const shapes = shapesOf(simplified(pointsOf(atlas), 0.5), states, (point) => point)
    return { width: NATION[0], height: NATION[1], shapes, at: (lon, lat) => albers([lon, lat]) }
  })

/** The counties of a state or territory; null when the Census file has none. */
export function stateOutline(usps: string): Outline | null {
  const fips = STATES.find((one) => one.usps === usps)?.fips
  if (!fips) return null
  return cachedOutline(usps, () => {
    const atlas = load('counties-10m.json')
    const counties = atlas.objects.counties.geometries.filter((one) => String(one.id).startsWith(fips))
    const { projection, width, height } = projectionFor(atlas, counties)
    const step = 0.6 / (projection.scale() * (Math.PI / 180))
    const shapes = shapesOf(simplified(pointsOf(atlas), step), counties, projection)
    return { width, height, shapes, at: (lon, lat) => projection([lon, lat]) }
  })
}

type Fitted = { projection: GeoProjection; width: number; height: number }

/** A conic equal-area projection, centered on the state's largest part and fitted to the frame. */
function projectionFor(atlas: Atlas, counties: GeometryObject<{ name: string }>[]): Fitted {
  const all = feature(atlas, { type: 'GeometryCollection', geometries: counties })
  const rings = all.features.flatMap(({ geometry }) => ringsOf(geometry as Polygon | MultiPolygon))
  const [lon, lat] = middleOf(rings.reduce((a, b) => (areaOf(a) >= areaOf(b) ? a : b)).map(west))
  const projection = geoConicEqualArea()
    .rotate([-lon, 0])
    .parallels([lat - 2, lat + 2])
    .fitSize([STATE[0] - 2 * MARGIN, STATE[1] - 2 * MARGIN], all)
  const [[left, top], [right, bottom]] = geoPath(projection).bounds(all)
  const [x, y] = projection.translate()
  projection.translate([x - left + MARGIN, y - top + MARGIN])
  return { projection, width: Math.ceil(right - left) + 2 * MARGIN, height: Math.ceil(bottom - top) + 2 * MARGIN }
}

/** Moves the Aleutians beyond the date line next to the others. */
const west = ([lon, lat]: Point): Point => [lon > 100 ? lon - 360 : lon, lat]

/** Decodes the delta-encoded arcs of a topology. */
function pointsOf(atlas: Atlas): Atlas {
  const { scale, translate } = atlas.transform!
  const arcs = atlas.arcs.map((arc) => {
    let [x, y] = [0, 0]
    return arc.map(([dx, dy]): Point => [(x += dx!) * scale[0] + translate[0], (y += dy!) * scale[1] + translate[1]])
  })
  return { ...atlas, transform: undefined, arcs } as Atlas
}

/** Simplifies shared arcs, so that neighboring areas still fit together. */
const simplified = (atlas: Atlas, tolerance: number): Atlas =>
  ({ ...atlas, arcs: atlas.arcs.map((arc) => simplify(arc as Point[], tolerance)) }) as Atlas

function shapesOf(
  atlas: Atlas,
  geometries: GeometryObject<{ name: string }>[],
  project: (point: Point) => Point | null,
): Shape[] {
  return geometries.map((one) => {
    const found = feature(atlas, one)
    const geometry = ('geometry' in found ? found.geometry : null) as Polygon | MultiPolygon
    const drawn = ringsOf(geometry).map((ring) => ring.map(project).filter((point) => point !== null))
    const flat = drawn.toSorted((a, b) => areaOf(b) - areaOf(a))
    const seen = flat.filter((ring, at) => at === 0 || areaOf(ring) > 3)
    return {
      geoid: String(one.id),
      d: seen.map(ringPath).join(''),
      middle: middleOf(flat[0]!),
    }
  })
}

/** Outer rings; lakes inside a county are left out. */
const ringsOf = (geometry: Polygon | MultiPolygon): Point[][] =>
  (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).map((rings) => rings[0] as Point[])
