import { type Problem, type RowProblems, error, warning } from '@/lib/platform/imports/importer'
import { STATES } from '@/lib/vocabularies/us-states'
import type { ORGANIZATION_KIND } from '@/lib/vocabularies/bodies'
import { closestName, foldName } from '@/lib/text/similar-names'
import { type FoundPlace, type Places, shortName } from '../places'
import { localizedText } from '@/lib/platform/i18n/translate'

export type AgencyKind = keyof typeof ORGANIZATION_KIND
export type Agency = { name: string; kind: AgencyKind; place: FoundPlace }
type Located = { agency: Agency | null; problems: RowProblems }

/** `published`: the place of the published organization with exactly this name. */
type Named = { agency: string; county?: string | undefined; published?: FoundPlace | undefined }

export const TYPES = ['County', 'Municipality', 'State Agency'] as const

/** True if a cell is empty or a placeholder such as "N/A". */
export const isNothing = (text: string | undefined): boolean => !text || /^#?n\/?a$/i.test(text.trim())

const kindOf = (name: string, type: string): AgencyKind =>
  /sheriff/i.test(name)
    ? 'sheriff'
    : /\bpolice\b/i.test(name) && !/\bstate police\b|department of state police/i.test(name)
      ? 'police_department'
      : type === 'State Agency'
        ? 'state_agency'
        : /public safety/i.test(name)
          ? 'police_department'
          : 'law_enforcement'

const ENDING =
  /,?\s+(police(\s+services)?(\s+depart?ment)?|department of public safety|public safety(\s+department)?|(twp\s+)?(state\s+)?constables?('?s)*(\s+office)?)$/i

/** The place at the start of a department's name: "Boca Raton" in "Boca Raton Police Services Department". */
export const placeInName = (name: string): string | null => {
  const place = name.trim().replace(ENDING, '')
  return place && place !== name.trim() ? place : null
}

/** Finds an agency's place by its type, name and county. Reports contradictions as problems. */
export function locate(
  places: Places,
  usps: string,
  cells: Named & { type: string; place?: string | undefined },
): Located {
  const { agency: name, place: chosen } = cells
  const type = TYPES.find((one) => foldName(one) === foldName(cells.type))
  const made = (place: FoundPlace, problems: RowProblems = {}): Located => ({
    agency: { name, kind: kindOf(name, type ?? ''), place },
    problems,
  })
  if (!type) return refused('type', unknownType(cells.type))
  if (chosen) {
    const place = places.given(chosen)
    return place ? made(place) : refused('place', error(NO_SUCH_PLACE))
  }
  if (type === 'State Agency') return made(places.state(usps)!, countyProblem(places, usps, cells.county))
  return type === 'County' ? inCounty(places, usps, cells, made) : inTown(places, usps, cells, made)
}

/** Strips the legal form: "Manheim Borough" and "Town of Manheim" become Manheim. */
const legalForm = (name: string): string =>
  name.replace(/ (borough|village|city|town)$/i, '').replace(/^(city|town|village|borough) of /i, '')

type Made = (place: FoundPlace, problems?: RowProblems) => Located
const refused = (column: string, problem: Problem): Located => ({ agency: null, problems: { [column]: [problem] } })

function inCounty(places: Places, usps: string, { agency, county, published }: Named, made: Made) {
  if (isNothing(county)) {
    if (published) return made(published)
    const town = placeInName(agency)
    const known = town !== null && places.named(usps, town).length > 0
    return refused(known ? 'type' : 'county', known ? looksLike('Municipality') : error(NO_COUNTY, GIVE_COUNTY))
  }
  const found = places.county(usps, county!)
  if (!found) return refused('county', unknownCounty(places, usps, county!, agency))
  const inName = /^(.+? (?:county|parish))\b/i.exec(agency)?.[1]
  const named = inName && places.county(usps, inName)
  if (named && named.id !== found.id) return refused('county', otherCounty(county!, inName, named))
  return made(published ?? found)
}

function inTown(places: Places, usps: string, { agency, county, published }: Named, made: Made) {
  if (published) return made(published, countyProblem(places, usps, county, published))
  const name = placeInName(agency)
  const state = STATES.find((one) => one.usps === usps)!.name
  const called = name ? [name, legalForm(name)].map((one) => places.named(usps, one)).find((some) => some.length) : []
  const found = narrowed(places, called ?? [], usps, county)
  if (found.length === 1) return made(found[0]!, countyProblem(places, usps, county, found[0]))
  if (found.length > 1) return refused('place', error(severalPlaces(name!), CHOOSE, choicesOf(found)))
  if (foldName(agency).startsWith(foldName(state))) return refused('type', looksLike('State Agency'))
  const like = name ? places.namedLike(usps, name) : []
  return refused('place', error(noPlace(name ?? agency, state), CHOOSE, choicesOf(like)))
}

/** Narrows namesakes to those in the listed county, otherwise to the only city or town. */
const narrowed = (places: Places, found: FoundPlace[], usps: string, county: string | undefined): FoundPlace[] => {
  if (found.length < 2) return found
  const of = isNothing(county) ? undefined : places.county(usps, county!)
  const inside = found.filter(({ parentId, id }) => of && (parentId === of.id || id === of.id))
  if (inside.length) return inside
  const governs = found.filter(({ kind }) => kind === 'city' || kind === 'town')
  return governs.length === 1 ? governs : found
}

/** Checks a county that was not needed to locate the agency. Problems are warnings and do not block the row. */
const countyProblem = (places: Places, usps: string, county: string | undefined, place?: FoundPlace): RowProblems => {
  if (isNothing(county)) return {}
  const found = places.county(usps, county!)
  if (!found) return { county: [warning(countyNotUsed(county!))] }
  const fits = !place || place.parentId === found.id || place.id === found.id || place.parentId === null
  const parentIsCounty = place && places.counties(usps).some(({ id }) => id === place.parentId)
  return fits || !parentIsCounty ? {} : { county: [warning(countyElsewhere(county!, place.fullName))] }
}

const choicesOf = (places: readonly FoundPlace[]) =>
  places.map(({ path, fullName }) => ({ value: path, label: fullName }))

const unknownType = (type: string): Problem =>
  error(
    localizedText('importers.agreements.unknownType', { type }),
    CHOOSE,
    closestName(type, TYPES, (one) => one).map((one) => ({ value: one, label: one })),
  )

const looksLike = (type: (typeof TYPES)[number]): Problem =>
  error(localizedText('importers.agreements.looksLikeType', { type }), CHOOSE, [{ value: type, label: type }])

const unknownCounty = (places: Places, usps: string, county: string, agency: string): Problem => {
  const state = STATES.find((one) => one.usps === usps)!.name
  const inName = places.county(usps, /^(.+? (?:county|parish))\b/i.exec(agency)?.[1] ?? '')
  const like = places.countiesLike(usps, county)
  const offered = [...(inName ? [inName] : []), ...like.filter(({ id }) => id !== inName?.id)]
  return error(
    localizedText('importers.agreements.unknownCounty', { county, state }),
    CHOOSE,
    offered.map(({ name, fullName }) => ({ value: name, label: fullName })),
  )
}

const otherCounty = (county: string, inName: string, named: FoundPlace): Problem =>
  error(localizedText('importers.agreements.otherCounty', { inName, county }), CHOOSE, [
    { value: named.name, label: named.fullName },
  ])

const severalPlaces = (name: string) => localizedText('importers.agreements.severalPlaces', { name })
const noPlace = (name: string, state: string) =>
  localizedText('importers.agreements.noPlace', { state, name: shortName(name) })
const countyNotUsed = (county: string) => localizedText('importers.agreements.countyNotUsed', { county })
const countyElsewhere = (county: string, place: string) =>
  localizedText('importers.agreements.countyElsewhere', { place, county })
const NO_SUCH_PLACE = localizedText('importers.agreements.noSuchPlace')
const NO_COUNTY = localizedText('importers.agreements.noCounty')
const GIVE_COUNTY = localizedText('importers.agreements.giveCounty')
const CHOOSE = localizedText('importers.agreements.choose')
