import type { Transaction } from '@/lib/platform/database/write'
import { STATES, type State } from '@/lib/vocabularies/us-states'
import { closestName, foldName } from '@/lib/text/similar-names'

/** A published place, as much of it as finding one needs. */
export type FoundPlace = {
  id: string
  path: string
  kind: string
  name: string
  fullName: string
  usps: string
  geoid: string | null
  countyGeoid: string | null
  parentId: string | null
  population: number | null
  aliases: string[]
}

/** The published places of some states. */
export class Places {
  readonly #byState = new Map<string, FoundPlace[]>()
  readonly #byId = new Map<string, FoundPlace>()

  constructor(places: readonly FoundPlace[]) {
    for (const place of places) {
      this.#byId.set(place.id, place)
      const of = this.#byState.get(place.usps)
      if (of) of.push(place)
      else this.#byState.set(place.usps, [place])
    }
  }

  of = (usps: string): readonly FoundPlace[] => this.#byState.get(usps) ?? []

  /** By id or by path, as an editor chose it. */
  given = (text: string): FoundPlace | undefined =>
    this.#byId.get(text) ?? [...this.#byId.values()].find(({ path }) => path === text)

  state = (usps: string): FoundPlace | undefined => this.of(usps).find(({ path }) => path === `/${usps.toLowerCase()}`)

  /** The counties, and the cities that are their county as well. */
  counties = (usps: string): FoundPlace[] =>
    this.of(usps).filter(({ kind, countyGeoid }) => kind === 'county' || countyGeoid !== null)

  /** A county by its full name, or without "County" where no other has the name. */
  county(usps: string, name: string): FoundPlace | undefined {
    const all = this.counties(usps)
    const whole = all.filter((one) => namesOf(one).some((other) => foldName(other) === foldName(name)))
    if (whole.length === 1) return whole[0]
    const short = all.filter(
      (one) => foldName(shortName(one.name)) === foldName(shortName(name)) && one.kind === 'county',
    )
    return whole.length === 0 && short.length === 1 ? short[0] : undefined
  }

  countiesLike = (usps: string, name: string): FoundPlace[] =>
    closestName(shortName(name), this.counties(usps), (one) => shortName(one.name))

  /** Cities, towns and other places below the state that have this name. */
  named = (usps: string, name: string): FoundPlace[] =>
    this.of(usps).filter(
      (one) => LOCAL.has(one.kind) && namesOf(one).some((other) => foldName(other) === foldName(name)),
    )

  namedLike = (usps: string, name: string): FoundPlace[] =>
    closestName(
      name,
      this.of(usps).filter(({ kind }) => LOCAL.has(kind)),
      (one) => one.name,
    )
}

const LOCAL = new Set(['city', 'town', 'township', 'place'])

const namesOf = ({ name, aliases }: FoundPlace): string[] => [name, ...aliases]

/** "Franklin County" → "Franklin". */
export const shortName = (name: string): string =>
  name.trim().replace(/\s+(county|parish|borough|census area|municipality|municipio)$/i, '')

export async function readPlaces(tx: Transaction, usps?: readonly string[]): Promise<Places> {
  const places = await tx.jurisdiction.findMany({
    where: { ...(usps && { usps: { in: [...usps] } }), kind: { not: 'school_district' } },
    select: {
      id: true,
      path: true,
      kind: true,
      name: true,
      fullName: true,
      usps: true,
      geoid: true,
      countyGeoid: true,
      parentId: true,
      population: true,
      aliases: true,
    },
  })
  return new Places(places)
}

/** A state by its name or its postal abbreviation, in any case. */
export const stateOf = (text: string): State | undefined =>
  STATES.find(
    ({ usps, name, aliases = [] }) =>
      usps === text.trim().toUpperCase() || [name, ...aliases].some((one) => foldName(one) === foldName(text)),
  )
