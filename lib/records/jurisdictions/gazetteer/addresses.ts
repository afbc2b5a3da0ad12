import type { Found } from './cities'
import { countyOcdId } from './counties'
import { ocdName, plain, slug, spellings } from './names'
import { distinct, type Place, position } from './place'
import { ocdOf, statePath } from '@/lib/vocabularies/us-states'

const URBAN_POPULATION = {
  en: 'The population is that of the urban centre alone.',
  es: 'La población es solo la del centro urbano.',
}

/** The first of several namesakes in a state gets the plain path; the others include their county. */
const addressOf = (city: Found, taken: ReadonlySet<string>): { path: string; fullName: string } => {
  const base = `${statePath(city.state)}/${slug(city.name)}`
  const fullName = `${city.name}, ${city.state.name}`
  if (!taken.has(base)) return { path: base, fullName }
  const county = city.county?.name ?? 'no county'
  const path = `${base}-${slug(city.county?.short ?? 'elsewhere')}`
  if (!taken.has(path)) return { path, fullName: `${city.name} (${county}), ${city.state.name}` }
  return { path: `${path}-${city.id}`, fullName: `${city.name} (${county}, ${city.id}), ${city.state.name}` }
}

const aliasesOf = (city: Found): string[] => {
  const asCounty =
    city.isCounty && city.county ? [city.county.name, plain(city.county.name), ...spellings(city.county.name)] : []
  const others = [city.listedAs, ...(city.known?.aliases ?? []), ...asCounty]
  return distinct([...spellings(city.name), ...others], city.name)
}

const ocdIdOf = (city: Found, geoid: string | null): string | null => {
  if (city.known?.ocdId !== undefined) return city.known.ocdId
  if (city.county && geoid === city.county.geoid) return countyOcdId(city.county)
  return geoid === null ? null : `${ocdOf(city.state)}/place:${ocdName(city.name)}`
}

/** Assigns each place its path and full name. `taken` starts with the county paths and is mutated. */
export const addressed = (cities: readonly Found[], taken: Set<string>): Place[] => {
  const paths = new Map<string, string>()
  const places = cities.map((city): Place => {
    const { path, fullName } = addressOf(city, taken)
    taken.add(path)
    if (city.isCounty && city.county) paths.set(city.county.geoid, path)
    const municipio = city.isCounty && city.state.usps === 'PR'
    const geoid = city.known?.geoid ?? (municipio ? city.county!.geoid : null)
    return {
      key: `geonames:${city.id}`,
      path,
      parentPath: statePath(city.state),
      kind: city.kind,
      name: city.name,
      fullName,
      usps: city.state.usps,
      geoid,
      ocdId: ocdIdOf(city, geoid),
      geonamesId: city.id,
      countyGeoid: city.isCounty ? (city.county?.geoid ?? null) : null,
      population: city.population,
      ...position(city.point),
      aliases: aliasesOf(city),
      note: municipio || city.known?.urbanPopulation ? URBAN_POPULATION : null,
    }
  })
  return places.map((place, index) => {
    const city = cities[index]!
    if (city.isCounty || !city.county) return place
    return { ...place, parentPath: paths.get(city.county.geoid) ?? city.county.path }
  })
}
