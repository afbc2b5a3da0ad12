import type { Transaction } from '@/lib/platform/database/write'
import { STATES, type State } from '@/lib/vocabularies/us-states'
import { closestName, foldName } from '@/lib/text/similar-names'

/** The fields of a published place that matching needs. */
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

  /** Looks up an editor's choice by id or path. */
  given = (text: string): FoundPlace | undefined =>
    this.#byId.get(text) ?? [...this.#byId.values()].find(({ path }) => path === text)

  state = (usps: string): FoundPlace | undefined => this.of(usps).find(({ path }) => path === `/${usps.toLowerCase()}`)

  /** Counties, and cities that are also their county. */
  counties = (usps: string): FoundPlace[] =>
    this.of(usps).filter(({ kind, countyGeoid }) => kind === 'county' || countyGeoid !== null)

  /** Finds a county by its full name, or without "County" if that is unambiguous. */
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

  /** Cities, towns and other places below the state with this name. */
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

/** Strips the kind of a county: "Franklin County" becomes "Franklin". */
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

/** Finds a state by its name or postal abbreviation, ignoring case. */
export const stateOf = (text: string): State | undefined =>
  STATES.find(
    ({ usps, name, aliases = [] }) =>
      usps === text.trim().toUpperCase() || [name, ...aliases].some((one) => foldName(one) === foldName(text)),
  )
