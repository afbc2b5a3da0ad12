import { STATE_BY_FIPS, type State, ocdOf, statePath } from '@/lib/vocabularies/us-states'
import { known } from './known-places'
import { ocdName, slug, spellings } from './names'
import { centre, distinct, type Place } from './place'
import { readFipsCounties, type Shape } from './sources'

export type County = {
  geoid: string
  state: State
  /** "El Paso" */
  short: string
  /** "El Paso County" */
  name: string
  path: string
  independentCity: boolean
  shape: Shape
}

const KIND = / (County|Parish|City and Borough|Borough|Census Area|Municipality|Municipio|District|Island|city)$/

/** Reads names from us-atlas, which has the accents, and kinds ("Parish") from the FIPS list, which has no accents. */
export const readCounties = (shapes: readonly Shape[]): County[] => {
  const fips = new Map(readFipsCounties().map((county) => [county.statefp + county.countyfp, county]))
  const inOrder = shapes.toSorted((a, b) => a.id.localeCompare(b.id))
  return inOrder.map((shape) => {
    const listed = fips.get(shape.id)
    const state = STATE_BY_FIPS.get(shape.id.slice(0, 2))!
    const name = known.counties[shape.id]?.name ?? shape.name + (listed?.countyname.match(KIND)?.[0] ?? '')
    return {
      geoid: shape.id,
      state,
      short: shape.name,
      name,
      path: `${statePath(state)}/${slug(name)}`,
      independentCity: listed?.classfp === 'C7',
      shape,
    }
  })
}

const OCD_TYPE: Readonly<Record<string, string>> = {
  County: 'county',
  Parish: 'parish',
  'City and Borough': 'borough',
  Borough: 'borough',
  Municipality: 'borough',
  'Census Area': 'census_area',
  Municipio: 'municipio',
}

/** Returns null for independent cities and the districts of the islands, which have no id of this kind. */
export const countyOcdId = ({ geoid, state, name, short }: County): string | null => {
  const type = OCD_TYPE[name.match(KIND)?.[1] ?? '']
  if (!type || state.usps === 'MP') return null
  return `${ocdOf(state)}/${geoid === '02195' ? 'census_area' : type}:${ocdName(short)}`
}

export const countyPlace = (county: County): Place => ({
  key: `county:${county.geoid}`,
  path: county.path,
  parentPath: statePath(county.state),
  kind: 'county',
  name: county.name,
  fullName: `${county.name}, ${county.state.name}`,
  usps: county.state.usps,
  geoid: county.geoid,
  ocdId: countyOcdId(county),
  geonamesId: null,
  countyGeoid: null,
  population: null,
  ...centre(county.shape),
  aliases: distinct([...spellings(county.name), ...(known.counties[county.geoid]?.aliases ?? [])], county.name),
  note: null,
})
