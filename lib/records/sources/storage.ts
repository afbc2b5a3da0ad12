import { Prisma, type Transaction, json, jsonOrNull } from '@/lib/platform/database/write'
import type { RecordStorage } from '@/lib/records/define-record-type'
import { type BaseColumns, oneByOne } from '@/lib/platform/publishing/record-type'
import {
  dateRow,
  dayRow,
  placeRow,
  toDate,
  toPlace,
  toText,
  toTextOrNull,
  writeDate,
  writeDay,
} from '@/lib/records/shared/rows'
import { Source, SourceInput } from './schema'
import { checkNewCaptures } from './quote-checks'
import { urlKey } from './url-key'

const row = {
  ...dateRow,
  id: true,
  title: true,
  url: true,
  outlet: true,
  authors: true,
  kind: true,
  archiveUrl: true,
  note: true,
  lineage: { select: { kind: true, note: true, original: { select: { id: true, path: true, title: true } } } },
  captures: { select: { sha256: true, capturedOn: true, note: true }, orderBy: { position: 'asc' } },
  leads: {
    select: {
      kind: true,
      exact: true,
      locator: true,
      note: true,
      places: { select: { jurisdiction: { select: placeRow } }, orderBy: { jurisdiction: { name: 'asc' } } },
    },
    orderBy: { position: 'asc' },
  },
} satisfies Prisma.SourceSelect

const toFields = (found: Prisma.SourceGetPayload<{ select: typeof row }>) => ({
  ...found,
  kind: found.kind as Source['kind'],
  note: toTextOrNull(found.note),
  published: toDate(found),
  lineage: found.lineage.map(({ kind, note, original: { id, path, title } }) => ({
    kind: kind as Source['lineage'][number]['kind'],
    note: toTextOrNull(note),
    source: { id, path, name: title },
  })),
  captures: found.captures.map(({ sha256, capturedOn, note }) => ({
    sha256,
    capturedOn: dayRow(capturedOn),
    note: toTextOrNull(note),
  })),
  leads: found.leads.map(({ kind, note, places, ...lead }) => ({
    ...lead,
    kind: kind as Source['leads'][number]['kind'],
    note: toText(note),
    places: places.map((one) => toPlace(one.jurisdiction)),
  })),
})

async function write(tx: Transaction, id: string, base: BaseColumns, input: SourceInput): Promise<void> {
  const { published, lineage, captures, leads, note, ...fields } = input
  const key = fields.url && urlKey(fields.url)
  const columns = { ...base, ...fields, ...writeDate(published), note: jsonOrNull(note), urlKey: key }
  await tx.source.upsert({ where: { id }, create: { id, card: {}, ...columns }, update: columns })
  await tx.sourceLineage.deleteMany({ where: { sourceId: id } })
  await tx.lead.deleteMany({ where: { sourceId: id } })
  const known = await tx.capture.findMany({ where: { sourceId: id }, select: { sha256: true } })
  // Captured texts are never deleted: earlier versions of the entry were checked against them.
  for (const [position, { sha256, capturedOn, note }] of captures.entries()) {
    const capture = { position, capturedOn: writeDay(capturedOn), note: jsonOrNull(note) }
    const sourceId_sha256 = { sourceId: id, sha256 }
    await tx.capture.upsert({ where: { sourceId_sha256 }, create: { ...sourceId_sha256, ...capture }, update: capture })
  }
  const added = captures.map(({ sha256 }) => sha256).filter((hash) => known.every(({ sha256 }) => sha256 !== hash))
  await checkNewCaptures(tx, id, added)
  for (const { sourceId, kind, note } of lineage) {
    await tx.sourceLineage.create({ data: { sourceId: id, originalId: sourceId, kind, note: jsonOrNull(note) } })
  }
  for (const [position, { placeIds, note, ...lead }] of leads.entries()) {
    const places = { create: placeIds.map((jurisdictionId) => ({ jurisdictionId })) }
    await tx.lead.create({ data: { ...lead, sourceId: id, position, note: json(note), places } })
  }
}

export const storage: RecordStorage<SourceInput, Source> = {
  write: oneByOne(write),
  read: async (tx, ids) => (await tx.source.findMany({ where: { id: { in: ids } }, select: row })).map(toFields),
}
