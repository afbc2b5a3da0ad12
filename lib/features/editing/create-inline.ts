import type { RoomName } from '@/lib/features/commands'

type Begun = (name: string, place: string | null) => Record<string, unknown>

const titled: Begun = (title) => ({ title: { en: title } })

/** What a record that is made beside another entry begins with; rooms that are not made so are missing. */
const BEGUN: Partial<Record<RoomName, Begun>> = {
  jurisdictions: (name) => ({ name }),
  organizations: (name, place) => ({ name, ...(place && { jurisdictionId: place }) }),
  officials: (name, place) => ({ name, roles: [place ? { jurisdictionId: place } : {}] }),
  sources: (name) => (/^https?:\/\//.test(name) ? { url: name } : { title: name }),
  'federal-actions': titled,
  policies: titled,
}

export const createInline = Object.keys(BEGUN)

/** The data of a draft that is made of a name; null where the room's records are not made so. */
export const inlineData = (room: RoomName, name: string, place: string | null) => BEGUN[room]?.(name, place) ?? null
