import type { Outline } from '@/lib/features/map/shapes'
import type { MapPlace, StanceMap } from '@/lib/features/map/stance-map'
import { STATES } from '@/lib/vocabularies/us-states'
import { STANCE_VALUE } from '@/lib/vocabularies/stances'
import type { Lang } from '@/lib/platform/i18n/locale'
import { translator } from '@/lib/platform/i18n/translate'
import { shownPlaces } from './largest'
import type { MapData, Marker } from './label-layout'
import { type Shade, shadesAt } from '@/lib/features/map/shading'

const FIPS = new Map(STATES.map((one) => [one.usps, one.fips]))

/** Label of a shade: "Will not cooperate", "Not researched". */
export const shadeLabel = (shade: Shade, lang: Lang): string =>
  shade === 'not_researched' ? translator(lang)('map.notResearched') : STANCE_VALUE[shade][lang]

/** "Omaha, Nebraska: Will not cooperate; Omaha Police Department: Will not cooperate". */
export function placeLabel({ place, stances }: MapPlace, lang: Lang, none: Shade = 'not_reviewed'): string {
  const parts = stances.map(({ organization, value }) =>
    [organization?.name, STANCE_VALUE[value][lang]].filter(Boolean).join(': '),
  )
  return `${place.fullName}: ${parts.join('; ') || shadeLabel(none, lang)}`
}

const markersOf = (map: StanceMap, outline: Outline, lang: Lang): Marker[] =>
  shownPlaces(map).shown.flatMap((one) => {
    const { place, stances } = one
    const at = place.lat === null || place.lon === null ? null : outline.at(place.lon, place.lat)
    if (!at) return []
    const values = stances.map(({ value }) => value)
    return [{ key: place.id, name: place.name, at, values, path: place.path, words: placeLabel(one, lang) }]
  })

/** Map data of the nation: states filled by their governments' stances, and places with entries. */
export function nationMapData(map: StanceMap, outline: Outline, lang: Lang): MapData {
  const { states } = map
  const shapes = new Map(outline.shapes.map((one) => [one.geoid, one]))
  const areas = states.flatMap((state) => {
    const shape = shapes.get(FIPS.get(state.place.usps) ?? '')
    if (!shape || state.place.kind !== 'state') return []
    const { id: key, path, usps } = state.place
    const shades = shadesAt(state)
    const none = state.researched ? 'not_reviewed' : 'not_researched'
    return [{ key, name: usps, d: shape.d, middle: shape.middle, shades, path, words: placeLabel(state, lang, none) }]
  })
  const stateMarkers = states.flatMap((state): Marker[] => {
    const area = areas.find((one) => one.key === state.place.id)
    if (!area || !state.stances.length) return []
    const { id, name, path } = state.place
    const values = state.stances.map(({ value }) => value)
    return [{ key: `own-${id}`, name, at: area.middle, values, path, words: placeLabel(state, lang), strong: true }]
  })
  return {
    width: outline.width,
    height: outline.height,
    areas,
    markers: [...markersOf(map, outline, lang), ...stateMarkers],
  }
}

/** Map data of one state: counties, and places with entries. */
export const stateMapData = (map: StanceMap, outline: Outline, lang: Lang): MapData => ({
  width: outline.width,
  height: outline.height,
  areas: outline.shapes.map(({ geoid, d, middle }) => ({ key: geoid, d, middle, shades: [] })),
  markers: markersOf(map, outline, lang),
})

/**
 * D.C. and the territories, D.C. first. They are squares beside the map, because they are too small or too far away.
 */
export const territories = ({ states }: StanceMap): StanceMap['states'] =>
  states
    .filter(({ place }) => place.kind !== 'state')
    .toSorted((a, b) => Number(b.place.kind === 'district') - Number(a.place.kind === 'district'))
