import type { JurisdictionKind } from '@/lib/vocabularies/bodies'
import type { County } from './counties'
import { known, type KnownPlace } from './known-places'
import { countyFinder, kilometres } from './locate'
import { censusName, slug } from './names'
import { type City, readCities } from './sources'
import { STATE_BY_USPS, type State } from '@/lib/vocabularies/us-states'

/** A populated place that gets a record, before it has a path. */
export type Found = {
  id: number
  state: State
  name: string
  listedAs: string
  kind: JurisdictionKind
  seat: boolean
  population: number | null
  point: [lon: number, lat: number]
  /** The county that contains the place, or that it is itself. */
  county: County | null
  isCounty: boolean
  known: KnownPlace | undefined
}

const TERRITORIES = new Set(['PR', 'GU', 'VI', 'AS', 'MP'])
/**
 * Included feature codes: populated places and seats, without neighborhoods (PPLX), abandoned places (PPLQ) and
 * localities.
 */
const KEPT = new Set(['PPL', 'PPLC', 'PPLA', 'PPLA2', 'PPLA3', 'PPLG'])
/** The counties of New York City's boroughs. GeoNames places in them are parts of the city. */
const BOROUGHS = new Set(['36005', '36047', '36061', '36081', '36085'])
/** States where a county seat is often a town, a village, a borough or unincorporated. */
const SEATS_OF_ANY_KIND = new Set('CT DE HI MA MD ME NC NH NJ NM NY PA RI SC VA VT'.split(' '))

const dropped = new Set(known.drop)

const stateOf = (city: City): State | undefined =>
  STATE_BY_USPS.get(TERRITORIES.has(city.country) ? city.country : city.country === 'US' ? city.adminCode : '')

const kindOf = (city: City, state: State, isCounty: boolean): JurisdictionKind => {
  if (isCounty) return 'city'
  if (/ Township$/.test(city.name)) return 'township'
  if (state.kind === 'territory' || !city.featureCode.startsWith('PPLA')) return 'place'
  if (city.featureCode === 'PPLA') return 'city'
  return city.population >= 5_000 && !SEATS_OF_ANY_KIND.has(state.usps) ? 'city' : 'place'
}

/** The county that a place also is: curated, an independent city, or the seat of a municipio. */
const ownCounty = (city: City, around: County | null, byGeoid: ReadonlyMap<string, County>): County | null => {
  const byHand = known.places[city.cityId]?.countyGeoid
  if (byHand) return byGeoid.get(byHand) ?? null
  if (!around || slug(around.short) !== slug(city.name)) return null
  const municipio = around.state.usps === 'PR' && /^PPL[AC]/.test(city.featureCode)
  return around.independentCity || municipio ? around : null
}

const KM_BETWEEN_DOUBLES = 15
/** GeoNames lists some places twice: once without a population, or with the same one. */
const isDouble = (a: Found, b: Found): boolean =>
  (a.population === b.population || a.population === null || b.population === null) &&
  kilometres(a.point, b.point) < KM_BETWEEN_DOUBLES

/**
 * The most prominent namesake gets the plain path: curated places, then county equivalents, then by population,
 * doubled for seats.
 */
const prominence = ({ known, isCounty, population, seat }: Found): number =>
  (known ? 1e9 : 0) + (isCounty ? 1e8 : 0) + (population ?? 0) * (seat ? 2 : 1)

export const findCities = (counties: readonly County[]): Found[] => {
  const byGeoid = new Map(counties.map((county) => [county.geoid, county]))
  const countyAt = countyFinder(counties)
  const found: Found[] = []
  const filled = new Set<string>(BOROUGHS)
  for (const city of readCities()) {
    const state = stateOf(city)
    const byHand = known.places[city.cityId]
    if (!state || state.kind === 'district' || dropped.has(city.cityId)) continue
    if (!byHand && (!KEPT.has(city.featureCode) || city.name.endsWith('(historical)'))) continue
    const point = city.loc.coordinates
    // In Puerto Rico the admin code is the FIPS code of the municipio.
    const listed = byGeoid.get(byHand?.within ?? (state.usps === 'PR' ? state.fips + city.adminCode : ''))
    const around = listed ?? countyAt(state.usps, point)
    const own = ownCounty(city, around, byGeoid)
    if (own && (own.independentCity || byHand?.coextensive)) filled.add(own.geoid)
    found.push({
      id: city.cityId,
      state,
      name: byHand?.name ?? (own && state.usps === 'PR' ? own.short : censusName(city.name)),
      listedAs: city.name,
      kind: byHand?.kind ?? kindOf(city, state, own !== null),
      seat: city.featureCode !== 'PPL',
      population: city.population || null,
      point,
      county: byHand?.inState ? null : (own ?? around),
      isCounty: own !== null,
      known: byHand,
    })
  }
  const outside = found.filter((city) => city.isCounty || city.known || !filled.has(city.county?.geoid ?? ''))
  return withoutDoubles(outside.sort((a, b) => prominence(b) - prominence(a) || a.id - b.id))
}

const withoutDoubles = (cities: readonly Found[]): Found[] => {
  const namesakes = new Map<string, Found[]>()
  return cities.filter((city) => {
    const key = `${city.state.usps}/${slug(city.name)}`
    const before = namesakes.get(key) ?? []
    if (before.some((other) => isDouble(other, city))) return false
    namesakes.set(key, [...before, city])
    return true
  })
}
