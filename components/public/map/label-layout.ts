import type { StanceValue } from '@/lib/vocabularies/stances'
import { type Box, avoidOverlap } from './avoid-overlap'
import type { Shade } from './shading'

type Point = readonly [x: number, y: number]

/** What a map is drawn from: areas with their fill, places with what their bodies do, and the sheet's size. */
export type Area = { key: string; d: string; middle: Point; shades: readonly Shade[]; path?: string; words?: string }
export type Spot = {
  key: string
  name: string
  at: Point
  values: readonly StanceValue[]
  path: string
  words: string
  /** A state's own mark, apart from those of its places. */
  strong?: boolean
}
export type MapSheet = { width: number; height: number; areas: readonly Area[]; spots: readonly Spot[] }

/** A place's marks, one beneath the other, with its name; a thin line leads to where it is. */
export type Flag = Spot & Box & { nameX: number; nameAfter: boolean }

/** A mark of forty by eleven units, drawn larger by `scale`, in its frame. */
export const PILL = { width: 58, row: 17, pad: 4, scale: 1.25 } as const
const LETTER = 7.8
const SPACE = 6

/** Where the flags of the places stand: beside their point, and apart from each other. */
export function flags({ width, height, spots }: Pick<MapSheet, 'width' | 'height' | 'spots'>): Flag[] {
  const boxes = spots
    .filter((one) => one.values.length > 0)
    .map((spot) => {
      const [x, y] = spot.at
      const own = { width: PILL.width + SPACE + spot.name.length * LETTER, height: spot.values.length * PILL.row + 3 }
      const nameAfter = x + own.width < width - 8
      return {
        ...spot,
        ...own,
        anchor: spot.at,
        nameAfter,
        x: nameAfter ? x - 8 : x + 8 - own.width,
        y: y - own.height - 6,
      }
    })
  return avoidOverlap(boxes, width, height).map((box) => ({
    ...box,
    nameX: box.nameAfter ? box.x + PILL.width + SPACE : box.x + box.width - PILL.width - SPACE,
  }))
}

/** The left edge of a flag's marks. */
export const pillX = ({ nameAfter, x, width }: Flag): number => (nameAfter ? x : x + width - PILL.width)

/** The sheet of paper beneath a flag's name, so that borders don't run through the letters. */
export const nameBox = (flag: Flag) => ({
  x: flag.nameAfter ? flag.nameX - 3 : flag.x,
  y: flag.y + Math.round(flag.height / 2) - 9,
  width: Math.round(flag.width - PILL.width - SPACE),
  height: 18,
})
