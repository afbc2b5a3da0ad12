import type { Transaction } from '@/lib/platform/database/write'
import { kilometres } from '@/lib/records/jurisdictions/gazetteer/locate'
import type { JurisdictionInput } from '@/lib/records/jurisdictions/schema'
import { foldName } from '@/lib/text/similar-names'

export type ExistingPlace = { id: string; input: JurisdictionInput }

const KM_AROUND = 30

/** Published places by code and by name. Tracks the places and paths that rows have claimed. */
export class ExistingPlaces {
  readonly #byGeoid = new Map<string, ExistingPlace>()
  readonly #byOcdId = new Map<string, ExistingPlace>()
  readonly #withoutGeoid = new Map<string, ExistingPlace[]>()
  readonly #states = new Map<string, ExistingPlace>()
  readonly #byId = new Map<string, ExistingPlace>()
  readonly #paths: Set<string>
  readonly #claimed = new Set<string>()

  constructor(places: readonly ExistingPlace[], paths: readonly string[]) {
    this.#paths = new Set(paths)
    for (const place of places) {
      const { geoid, countyGeoid, ocdId, kind, name, aliases, usps, path } = place.input
      this.#byId.set(place.id, place)
      this.#paths.add(path)
      if (geoid) this.#byGeoid.set(geoid, place)
      if (countyGeoid && !this.#byGeoid.has(countyGeoid)) this.#byGeoid.set(countyGeoid, place)
      if (ocdId) this.#byOcdId.set(ocdId, place)
      if (!path.slice(1).includes('/')) this.#states.set(usps, place)
      if (geoid || kind === 'county' || kind === 'school_district') continue
      for (const key of new Set([name, ...aliases].map((one) => `${usps}:${foldName(one)}`))) {
        const of = this.#withoutGeoid.get(key)
        if (of) of.push(place)
        else this.#withoutGeoid.set(key, [place])
      }
    }
  }

  byId = (id: string) => this.#byId.get(id)
  byGeoid = (geoid: string) => this.#byGeoid.get(geoid)
  byOcdId = (ocdId: string) => this.#byOcdId.get(ocdId)
  state = (usps: string) => this.#states.get(usps)

  /** Places with this name and without a GEOID near a point, nearest first. */
  nearby(usps: string, name: string, point: [number, number] | null): (ExistingPlace & { km: number })[] {
    const found = (this.#withoutGeoid.get(`${usps}:${foldName(name)}`) ?? []).filter(({ id }) => !this.#claimed.has(id))
    return found
      .map((one) => {
        const { lat, lon } = one.input
        return { ...one, km: point && lat !== null && lon !== null ? kilometres(point, [lon, lat]) : 0 }
      })
      .filter(({ km }) => km <= KM_AROUND)
      .toSorted((a, b) => a.km - b.km)
  }

  /** Claims a place, so that no other row of the file matches it. */
  claim = (id: string) => this.#claimed.add(id)

  /** Claims the first free path and returns its index. */
  freePath(paths: readonly string[]): number {
    const at = paths.findIndex((path) => !this.#paths.has(path))
    if (at >= 0) this.#paths.add(paths[at]!)
    return at
  }
}

export async function readExistingPlaces(tx: Transaction): Promise<ExistingPlaces> {
  const rows = await tx.jurisdiction.findMany({
    select: {
      id: true,
      path: true,
      kind: true,
      name: true,
      fullName: true,
      usps: true,
      geoid: true,
      ocdId: true,
      geonamesId: true,
      countyGeoid: true,
      parentId: true,
      population: true,
      lat: true,
      lon: true,
      aliases: true,
      note: true,
    },
  })
  const redirects = await tx.redirect.findMany({ select: { fromPath: true } })
  return new ExistingPlaces(
    rows.map(({ id, ...input }) => ({ id, input: input as JurisdictionInput })),
    redirects.map(({ fromPath }) => fromPath),
  )
}
