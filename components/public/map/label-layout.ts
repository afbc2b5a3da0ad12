import type { StanceValue } from '@/lib/vocabularies/stances'
import { type Box, avoidOverlap } from './avoid-overlap'
import type { Shade } from '@/lib/features/map/shading'

type Point = readonly [x: number, y: number]

/** Areas with their fills. */
export type Area = { key: string; d: string; middle: Point; shades: readonly Shade[]; path?: string; words?: string }
export type Marker = {
  key: string
  name: string
  at: Point
  values: readonly StanceValue[]
  path: string
  words: string
  /** Marker of a state itself, as opposed to its places. */
  strong?: boolean
}
export type MapData = { width: number; height: number; areas: readonly Area[]; markers: readonly Marker[] }

/** A marker's label: stance figures stacked beside the name, with a leader line to the point. */
export type MarkerLabel = Marker & Box & { nameX: number; nameAfter: boolean }

/** Frame around a stance figure of 40 × 11 units, enlarged by `scale`. */
export const PILL = { width: 58, row: 17, pad: 4, scale: 1.25 } as const
const LETTER = 7.8
const SPACE = 6

/** Positions the labels next to their markers without overlaps. */
export function layoutLabels({ width, height, markers }: Pick<MapData, 'width' | 'height' | 'markers'>): MarkerLabel[] {
  const boxes = markers
    .filter((one) => one.values.length > 0)
    .map((marker) => {
      const [x, y] = marker.at
      const size = {
        width: PILL.width + SPACE + marker.name.length * LETTER,
        height: marker.values.length * PILL.row + 3,
      }
      const nameAfter = x + size.width < width - 8
      return {
        ...marker,
        ...size,
        anchor: marker.at,
        nameAfter,
        x: nameAfter ? x - 8 : x + 8 - size.width,
        y: y - size.height - 6,
      }
    })
  return avoidOverlap(boxes, width, height).map((box) => ({
    ...box,
    nameX: box.nameAfter ? box.x + PILL.width + SPACE : box.x + box.width - PILL.width - SPACE,
  }))
}

/** Left edge of a label's stance figures. */
export const pillX = ({ nameAfter, x, width }: MarkerLabel): number => (nameAfter ? x : x + width - PILL.width)

/** Background box of a label's name, so that borders do not run through the letters. */
export const nameBox = (label: MarkerLabel) => ({
  x: label.nameAfter ? label.nameX - 3 : label.x,
  y: label.y + Math.round(label.height / 2) - 9,
  width: Math.round(label.width - PILL.width - SPACE),
  height: 18,
})
