import { Prisma, type Transaction, jsonOrNull } from '@/lib/platform/database/write'
import type { RecordStorage } from '@/lib/records/define-record-type'
import { type BaseColumns, oneByOne } from '@/lib/platform/publishing/record-type'
import { placeRow, toPlace, toTextOrNull } from '@/lib/records/shared/rows'
import { Jurisdiction, JurisdictionInput } from './schema'

const row = {
  id: true,
  kind: true,
  name: true,
  fullName: true,
  usps: true,
  geoid: true,
  ocdId: true,
  geonamesId: true,
  countyGeoid: true,
  population: true,
  lat: true,
  lon: true,
  aliases: true,
  note: true,
  parent: { select: placeRow },
} satisfies Prisma.JurisdictionSelect

const toFields = ({ parent, kind, note, ...rest }: Prisma.JurisdictionGetPayload<{ select: typeof row }>) => ({
  ...rest,
  kind: kind as Jurisdiction['kind'],
  note: toTextOrNull(note),
  parent: parent && toPlace(parent),
})

async function write(tx: Transaction, id: string, base: BaseColumns, input: JurisdictionInput): Promise<void> {
  const columns = { ...base, ...input, note: jsonOrNull(input.note) }
  await tx.jurisdiction.upsert({ where: { id }, create: { id, card: {}, ...columns }, update: columns })
}

export const storage: RecordStorage<JurisdictionInput, Jurisdiction> = {
  write: oneByOne(write),
  read: async (tx, ids) => (await tx.jurisdiction.findMany({ where: { id: { in: ids } }, select: row })).map(toFields),
}
