import { z } from 'zod'
import { command } from '@/lib/platform/commands/command'
import { Prisma, type Transaction } from '@/lib/platform/database/write'
import { announce } from '@/lib/platform/records/publish'
import { Id, type PlaceRef } from '../reference'
import { placeRow, toPlace } from '../rows'
import { jurisdictionNames, jurisdictionWords } from './commands'
import { type Jurisdiction, JurisdictionInput } from './definition'

const Place = z.strictObject({ id: Id, ...JurisdictionInput.shape })
const Path = JurisdictionInput.shape.path
type Place = z.infer<typeof Place>

/**
 * Publishes many jurisdictions at once, each with its version 1: what the general publishing does one by one, in a
 * few statements. Those that are in the history already are left as they are. Returns how many were added.
 */
export const importPlaces = command({
  name: 'jurisdictions.import',
  permission: 'place:import',
  input: z.strictObject({
    places: z.array(Place).max(5_000),
    /** Second addresses of places: of a county that is its city. */
    redirects: z
      .array(z.strictObject({ from: Path, to: Path }))
      .max(5_000)
      .default([]),
  }),
  run: async ({ tx, actor, input }) => {
    const places = await unknown(tx, input.places)
    const parents = await parentRefs(tx, places)
    const now = new Date()
    const rows = places.map((place) => ({ ...toRow(place, parents), data: withoutId(place) }))
    await insert(tx, rows, actor.id, now)
    const redirects = input.redirects.map(({ from, to }) => ({ fromPath: from, toPath: to }))
    await tx.redirect.createMany({ data: redirects, skipDuplicates: true })
    await announce(
      tx,
      rows.map(({ id }) => ({ room: 'jurisdictions', id, version: 1 })),
    )
    return rows.length
  },
  detail: (_, added) => ({ added }),
})

const withoutId = ({ id: _, ...input }: Place): JurisdictionInput => input

async function unknown(tx: Transaction, places: Place[]): Promise<Place[]> {
  const ids = places.map(({ id }) => id)
  const known = await tx.revision.findMany({
    where: { room: 'jurisdictions', recordId: { in: ids }, version: 1 },
    select: { recordId: true },
  })
  const there = new Set(known.map(({ recordId }) => recordId))
  return places.filter(({ id }) => !there.has(id))
}

/** What a place is part of: already published, or further up in the same list. */
async function parentRefs(tx: Transaction, places: Place[]): Promise<Map<string, PlaceRef>> {
  const ids = [...new Set(places.flatMap(({ parentId }) => parentId ?? []))]
  const published = await tx.jurisdiction.findMany({ where: { id: { in: ids } }, select: placeRow })
  const given = places.map(({ id, path, fullName, usps, kind }) => ({ id, path, fullName, usps, kind }))
  return new Map([...given, ...published].map((row) => [row.id, toPlace(row)]))
}

function toRow(place: Place, parents: Map<string, PlaceRef>) {
  const { parentId, ...fields } = place
  const parent = parentId ? parents.get(parentId)! : null
  return {
    ...place,
    card: { ...fields, parent } satisfies Omit<Jurisdiction, 'version' | 'publishedAt' | 'updatedAt'>,
    words: jurisdictionWords(place).names.join(' \n '),
    names: jurisdictionNames(place),
  }
}

type Row = ReturnType<typeof toRow> & { data: JurisdictionInput }

async function insert(tx: Transaction, rows: Row[], byId: string, now: Date): Promise<void> {
  const at = now.toISOString()
  const stamped = rows.map((row) => ({ ...row, card: { ...row.card, version: 1, publishedAt: at, updatedAt: at } }))
  const given = Prisma.sql`jsonb_to_recordset(${JSON.stringify(stamped)}::jsonb) AS r (
    id text, path text, kind text, name text, "fullName" text, usps text, geoid text, "ocdId" text, "geonamesId" int,
    "countyGeoid" text, "parentId" text, population int, lat float8, lon float8, aliases text[], note jsonb,
    card jsonb, words text, names jsonb, data jsonb)`
  await tx.$executeRaw`
    INSERT INTO jurisdiction (id, path, version, card, search, published_at, updated_at, kind, name, full_name, usps,
      geoid, ocd_id, geonames_id, county_geoid, parent_id, population, lat, lon, aliases, note)
    SELECT id, path, 1, card, setweight(to_tsvector('record_name', words), 'A'), ${now}, ${now}, kind, name, "fullName",
      usps, geoid, "ocdId", "geonamesId", "countyGeoid", "parentId", population, lat, lon, aliases, note
    FROM ${given}`
  await tx.$executeRaw`
    INSERT INTO name (room, record_id, name, folded, own, weight)
    SELECT 'jurisdictions', r.id, n.value ->> 'name', fold(n.value ->> 'name'), n.position = 1, (n.value ->> 'weight')::int
    FROM ${given}, jsonb_array_elements(r.names) WITH ORDINALITY AS n (value, position)`
  await tx.$executeRaw`
    INSERT INTO reference (from_room, from_id, to_room, to_id)
    SELECT 'jurisdictions', id, 'jurisdictions', "parentId" FROM ${given} WHERE "parentId" IS NOT NULL`
  await tx.$executeRaw`
    INSERT INTO revision (room, record_id, version, kind, data, card, by_id, at)
    SELECT 'jurisdictions', id, 1, 'published', data, card, ${byId}, ${now} FROM ${given}`
}
