import { sql } from '@/lib/platform/database/sql'
import type { Transaction } from '@/lib/platform/database/write'
import { SEARCH_CONFIG_NAMES, SEARCH_CONFIG_TEXTS, searchTextOf } from '@/lib/platform/publishing/cards'
import type { RevisionKind } from '@/lib/platform/publishing/publish'
import type { PlaceRef } from '@/lib/records/shared/reference'
import { placeRow, toPlace } from '@/lib/records/shared/rows'
import { jurisdictionNames, jurisdictions } from '.'
import type { Jurisdiction, JurisdictionInput } from './schema'

/** A place to write, with its version and the time of its first publication. */
export type PlaceToWrite = {
  id: string
  input: JurisdictionInput
  version: number
  publishedAt: Date
  revision: RevisionKind
}

/** Writes many jurisdictions in a few statements. Equivalent to publishing each one. */
export async function writePlaces(tx: Transaction, byId: string, now: Date, places: readonly PlaceToWrite[]) {
  if (!places.length) return
  const parents = await parentRefs(tx, places)
  const rows = places.map((place) => toRow(place, parents, now))
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS given (
    id text, version int, revision text, "publishedAt" timestamptz, path text, kind text, name text, "fullName" text,
    usps text, geoid text, "ocdId" text, "geonamesId" int, "countyGeoid" text, "parentId" text, population int,
    lat float8, lon float8, aliases text[], note jsonb, card jsonb, data jsonb,
    names text, en text, es text, typed jsonb)`
  const ids = rows.map(({ id }) => id)
  await tx.rows(sql`
    INSERT INTO jurisdiction (id, path, version, card, search, published_at, updated_at, kind, name, full_name, usps,
      geoid, ocd_id, geonames_id, county_geoid, parent_id, population, lat, lon, aliases, note)
    SELECT id, path, version, card, ${SEARCH_CONFIG_NAMES} || ${SEARCH_CONFIG_TEXTS}, "publishedAt", ${now}, kind, name,
      "fullName", usps, geoid, "ocdId", "geonamesId", "countyGeoid", "parentId", population, lat, lon, aliases, note
    FROM ${given}
    ON CONFLICT (id) DO UPDATE SET path = excluded.path, version = excluded.version, card = excluded.card,
      search = excluded.search, updated_at = excluded.updated_at, kind = excluded.kind, name = excluded.name,
      full_name = excluded.full_name, usps = excluded.usps, geoid = excluded.geoid, ocd_id = excluded.ocd_id,
      geonames_id = excluded.geonames_id, county_geoid = excluded.county_geoid, parent_id = excluded.parent_id,
      population = excluded.population, lat = excluded.lat, lon = excluded.lon, aliases = excluded.aliases,
      note = excluded.note`)
  await tx.name.deleteMany({ where: { type: 'jurisdictions', recordId: { in: ids } } })
  await tx.rows(sql`
    INSERT INTO name (type, record_id, name, folded, own, weight)
    SELECT 'jurisdictions', given.id, n.value ->> 'name', fold(n.value ->> 'name'), n.position = 1,
      (n.value ->> 'weight')::int
    FROM ${given}, jsonb_array_elements(typed) WITH ORDINALITY AS n (value, position)`)
  await tx.reference.deleteMany({ where: { fromType: 'jurisdictions', fromId: { in: ids } } })
  await tx.rows(sql`
    INSERT INTO reference (from_type, from_id, to_type, to_id)
    SELECT 'jurisdictions', id, 'jurisdictions', "parentId" FROM ${given} WHERE "parentId" IS NOT NULL`)
  await tx.rows(sql`
    INSERT INTO revision (type, record_id, version, kind, data, card, by_id, at)
    SELECT 'jurisdictions', id, version, revision, data, card, ${byId}, ${now} FROM ${given}`)
}

/** The parents of places, published already or earlier in the same list. */
async function parentRefs(tx: Transaction, places: readonly PlaceToWrite[]): Promise<Map<string, PlaceRef>> {
  const ids = [...new Set(places.flatMap(({ input }) => input.parentId ?? []))]
  const published = await tx.jurisdiction.findMany({ where: { id: { in: ids } }, select: placeRow })
  const given = places.map(({ id, input: { path, fullName, usps, kind } }) => ({ id, path, fullName, usps, kind }))
  return new Map([...given, ...published].map((row) => [row.id, toPlace(row)]))
}

function toRow({ id, input, version, publishedAt, revision }: PlaceToWrite, parents: Map<string, PlaceRef>, now: Date) {
  const { parentId, ...fields } = input
  const card: Jurisdiction = {
    id,
    ...fields,
    parent: parentId ? parents.get(parentId)! : null,
    version,
    publishedAt: publishedAt.toISOString(),
    updatedAt: now.toISOString(),
  }
  return {
    ...searchTextOf(jurisdictions, card),
    ...input,
    version,
    revision,
    publishedAt,
    card,
    typed: jurisdictionNames(input),
    data: input,
  }
}
