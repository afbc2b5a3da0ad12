import type { Transaction } from '@/lib/platform/database/write'
import { Conflict } from '@/lib/platform/errors/errors'
import { writeDependents } from '@/lib/platform/publishing/cards'
import { publicationTime } from '@/lib/platform/publishing/publication-time'
import { type Entry, type Published, notifyPublished } from '@/lib/platform/publishing/publish'
import type { RecordTypes } from '@/lib/platform/publishing/record-type'
import { JurisdictionInput } from './schema'
import { writePlaces } from './write-places'

type Base = { id: string; version: number; at: Date }
type Shown = { id: string; path: string; fullName: string; usps: string; kind: string }

/** Publishes new and changed jurisdictions in bulk, hundreds per second, with the same guarantees as `publish`. */
export const publishPlaces =
  (types: RecordTypes) =>
  async (tx: Transaction, byId: string, entries: Entry[]): Promise<Published[]> => {
    const ids = entries.map(({ id }) => id)
    await tx.$executeRaw`
      SELECT pg_advisory_xact_lock(hashtextextended('jurisdictions/' || id, 0)) FROM unnest(${ids}::text[]) AS id ORDER BY id`
    const bases = await tx.$queryRaw<Base[]>`
      SELECT record_id AS id, max(version)::int AS version, min(at) AS at FROM revision
      WHERE type = 'jurisdictions' AND record_id = ANY(${ids}) GROUP BY record_id`
    const known = new Map(bases.map((base) => [base.id, base]))
    const now = await publicationTime(tx)
    const places = entries.map(({ id, baseVersion, data, kind = 'published' }) => {
      const base = known.get(id)
      if ((base?.version ?? 0) !== baseVersion) throw new Conflict('publishing.newerVersion')
      const input = JurisdictionInput.parse(data)
      return { id, input, version: baseVersion + 1, publishedAt: base?.at ?? now, revision: kind }
    })
    const before = await tx.jurisdiction.findMany({
      where: { id: { in: ids } },
      select: { id: true, path: true, fullName: true, usps: true, kind: true },
    })
    await tx.tombstone.deleteMany({ where: { type: 'jurisdictions', recordId: { in: ids } } })
    await writePlaces(tx, byId, now, places)
    const shown = new Map(before.map((one) => [one.id, one]))
    const renamed = places.filter(({ id, input }) => shown.has(id) && isShownOtherwise(shown.get(id)!, input))
    if (renamed.length)
      await writeDependents(
        tx,
        types,
        renamed.map(({ id }) => ({ type: 'jurisdictions', id })),
      )
    const published = places.map(({ id, version }) => ({ type: 'jurisdictions', id, version }))
    await notifyPublished(tx, published, [])
    return published
  }

/** True if a field changed that other records show, so that they must be rewritten. */
const isShownOtherwise = (before: Shown, after: JurisdictionInput): boolean =>
  before.path !== after.path ||
  before.fullName !== after.fullName ||
  before.usps !== after.usps ||
  before.kind !== after.kind
