import { z } from 'zod'
import { command } from '@/lib/platform/commands/command'
import type { Transaction } from '@/lib/platform/database/write'
import { Conflict } from '@/lib/platform/errors/errors'
import { policyIn } from '@/lib/platform/site-policy/site-policy'
import { publicationTime } from '@/lib/platform/publishing/publication-time'
import { Id } from '@/lib/records/shared/reference'
import { JurisdictionInput } from './schema'
import { writePlaces } from './write-places'

const Place = z.strictObject({ id: Id, ...JurisdictionInput.shape })
const Path = JurisdictionInput.shape.path
type Place = z.infer<typeof Place>

/**
 * Publishes many jurisdictions at once, each with its version 1. Skips those that have a history already. Returns the
 * number of added places.
 */
export const importPlaces = command({
  name: 'jurisdictions.import',
  permission: 'place:import',
  input: z.strictObject({
    places: z.array(Place).max(5_000),
    /** Additional paths of places, such as the county path of a consolidated city. */
    redirects: z
      .array(z.strictObject({ from: Path, to: Path }))
      .max(5_000)
      .default([]),
  }),
  run: async ({ tx, actor, input }) => {
    if (actor.role !== 'system' && !(await policyIn(tx)).publishOwn) throw new Conflict('imports.secondPerson')
    const places = await unknown(tx, input.places)
    const now = await publicationTime(tx)
    const rows = places.map(({ id, ...place }) => ({
      id,
      input: place,
      version: 1,
      publishedAt: now,
      revision: 'published' as const,
    }))
    await writePlaces(tx, actor.id, now, rows)
    const redirects = input.redirects.map(({ from, to }) => ({ fromPath: from, toPath: to }))
    await tx.redirect.createMany({ data: redirects, skipDuplicates: true })
    return rows.length
  },
  detail: (_, added) => ({ added }),
})

async function unknown(tx: Transaction, places: Place[]): Promise<Place[]> {
  const ids = places.map(({ id }) => id)
  const known = await tx.revision.findMany({
    where: { type: 'jurisdictions', recordId: { in: ids }, version: 1 },
    select: { recordId: true },
  })
  const there = new Set(known.map(({ recordId }) => recordId))
  return places.filter(({ id }) => !there.has(id))
}
