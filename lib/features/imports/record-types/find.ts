import { Prisma, type Transaction } from '@/lib/platform/database/write'
import type { Choice } from '@/lib/platform/imports/importer'
import { idFromPath } from '@/lib/platform/http/slug'
import type { RecordTypes } from '@/lib/platform/publishing/record-type'
import type { Matches, RecordFinder } from '@/lib/records/shared/import-setters'
import { urlKey } from '@/lib/records/sources/url-key'

/** Resolves cells to records, with a cache. */
export class Finder implements RecordFinder {
  readonly #matches = new Map<string, Promise<Matches>>()

  constructor(
    readonly tx: Transaction,
    readonly types: RecordTypes,
  ) {}

  find(type: string, text: string, usps?: string): Promise<Matches> {
    const key = [type, text, usps].join('\n')
    const cached = this.#matches.get(key)
    if (cached) return cached
    const matches = this.#find(type, text.trim(), usps)
    this.#matches.set(key, matches)
    return matches
  }

  async #find(type: string, text: string, usps: string | undefined): Promise<Matches> {
    const exact = (where: Prisma.Sql) => this.#choices(type, where).then((found) => ({ found, like: [] }))
    if (/^[0-9a-z]{10}$/.test(text)) {
      const byId = await exact(Prisma.sql`r.id = ${text}`)
      if (byId.found.length) return byId
    }
    if (type === 'sources' && URL.canParse(text)) return exact(Prisma.sql`r.url_key = ${urlKey(text)}`)
    const path = /^(?:https?:\/\/[^/]+)?(?:\/es)?(\/[a-z0-9-]+(?:\/[a-z0-9-]+)?)$/.exec(text)?.[1]
    if (path) {
      const id = idFromPath(path.split('/').at(-1)!)
      return exact(type === 'jurisdictions' || !id ? Prisma.sql`r.path = ${path}` : Prisma.sql`r.id = ${id}`)
    }
    if (type === 'jurisdictions' && /^\d{2,10}$/.test(text))
      return exact(Prisma.sql`r.geoid = ${text} OR r.county_geoid = ${text}`)
    return this.types[type]!.names ? this.#byName(type, text, usps) : exact(Prisma.sql`${TITLE} = ${text}`)
  }

  async #byName(type: string, text: string, usps: string | undefined): Promise<Matches> {
    const inState = usps ? Prisma.sql`AND ${STATE} = ${usps}` : Prisma.empty
    const found = await this.#choices(
      type,
      Prisma.sql`r.id IN (SELECT record_id FROM name WHERE type = ${type} AND folded = fold(${text})) ${inState}`,
    )
    if (found.length) return { found, like: [] }
    const like = await this.#choices(
      type,
      Prisma.sql`r.id IN (SELECT record_id FROM name WHERE type = ${type} AND folded % fold(${text})
        ORDER BY similarity(folded, fold(${text})) DESC LIMIT 5) ${inState}`,
    )
    return { found, like }
  }

  async #choices(type: string, where: Prisma.Sql): Promise<Choice[]> {
    const table = Prisma.raw(`"${this.types[type]!.table}"`)
    return this.tx.$queryRaw<Choice[]>`
      SELECT r.id AS value, coalesce(r.card ->> 'fullName', r.card ->> 'name', ${TITLE}, r.path) AS label
      FROM ${table} r WHERE ${where} ORDER BY r.id LIMIT 6`
  }
}

const TITLE = Prisma.sql`coalesce(r.card -> 'title' ->> 'en', r.card ->> 'title')`

/** The state of a place, of an organization's place, or of the place of an official's first role. */
const STATE = Prisma.sql`coalesce(r.card ->> 'usps', r.card -> 'jurisdiction' ->> 'usps',
  r.card -> 'roles' -> 0 -> 'jurisdiction' ->> 'usps')`
