import type { RecordTypeName } from '@/lib/records/paths'

type Begun = (name: string, place: string | null) => Record<string, unknown>

const titled: Begun = (title) => ({ title: { en: title } })

/** What a record that is made beside another entry begins with; record types that are not made so are missing. */
const BEGUN: Partial<Record<RecordTypeName, Begun>> = {
  jurisdictions: (name) => ({ name }),
  organizations: (name, place) => ({ name, ...(place && { jurisdictionId: place }) }),
  officials: (name, place) => ({ name, roles: [place ? { jurisdictionId: place } : {}] }),
  sources: (name) => (/^https?:\/\//.test(name) ? { url: name } : { title: name }),
  'federal-actions': titled,
  policies: titled,
}

export const createInline = Object.keys(BEGUN)

/** The data of a draft that is made of a name; null where the record type's records are not made so. */
export const inlineData = (type: RecordTypeName, name: string, place: string | null) =>
  BEGUN[type]?.(name, place) ?? null
