import { Prisma, type Transaction } from '@/lib/platform/database/write'
import type { Choice } from '@/lib/platform/imports/importer'
import { idFromPath } from '@/lib/platform/http/slug'
import type { RecordTypes } from '@/lib/platform/publishing/record-type'
import { urlKey } from '@/lib/records/sources/url-key'

/** The records that a cell can mean, and where there is none, those whose names are like it. */
export type Meant = { found: Choice[]; like: Choice[] }

/** Finds the records that cells name: by id, by address, or by name and state. */
export class Finder {
  readonly #asked = new Map<string, Promise<Meant>>()

  constructor(
    readonly tx: Transaction,
    readonly types: RecordTypes,
  ) {}

  find(type: string, text: string, usps?: string): Promise<Meant> {
    const key = [type, text, usps].join('\n')
    const asked = this.#asked.get(key)
    if (asked) return asked
    const answer = this.#find(type, text.trim(), usps)
    this.#asked.set(key, answer)
    return answer
  }

  async #find(type: string, text: string, usps: string | undefined): Promise<Meant> {
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
    return NAMED.has(type) ? this.#byName(type, text, usps) : exact(Prisma.sql`${TITLE} = ${text}`)
  }

  async #byName(type: string, text: string, usps: string | undefined): Promise<Meant> {
    const inState = usps ? Prisma.sql`AND ${STATE_OF[type]!} = ${usps}` : Prisma.empty
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

const NAMED = new Set(['jurisdictions', 'organizations', 'officials'])

const TITLE = Prisma.sql`coalesce(r.card -> 'title' ->> 'en', r.card ->> 'title')`

const STATE_OF: Readonly<Record<string, Prisma.Sql>> = {
  jurisdictions: Prisma.sql`r.usps`,
  organizations: Prisma.sql`(r.card -> 'jurisdiction' ->> 'usps')`,
  officials: Prisma.sql`(r.card -> 'roles' -> 0 -> 'jurisdiction' ->> 'usps')`,
}
