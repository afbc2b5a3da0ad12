import { geoCentroid } from 'd3-geo'
import type { JurisdictionInput } from '../schema'
import type { Shape } from './sources'

/**
 * A jurisdiction without an id. `key` identifies it permanently ("state:48", "county:48141", "geonames:5520993"). Ids
 * are derived from the key, so it must not change when a name or a path changes.
 */
export type Place = Omit<JurisdictionInput, 'parentId'> & { key: string; parentPath: string | null }

const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5

export const position = ([lon, lat]: readonly [number, number]): { lat: number; lon: number } => ({
  lat: rounded(lat),
  lon: rounded(lon),
})

export const centre = (shape: Shape): { lat: number; lon: number } => position(geoCentroid(shape.geometry))

export const distinct = (names: readonly string[], except: string): string[] =>
  [...new Set(names)].filter((name) => name !== except)
