import { Prisma, type Transaction, jsonOrNull } from '@/lib/platform/database/write'
import type { RecordStorage } from '@/lib/records/define-record-type'
import { type BaseColumns, oneByOne } from '@/lib/platform/publishing/record-type'
import { placeRow, toPlace, toTextOrNull } from '@/lib/records/shared/rows'
import { Organization, OrganizationInput } from './schema'

const row = {
  id: true,
  name: true,
  kind: true,
  aliases: true,
  note: true,
  jurisdiction: { select: placeRow },
  serves: { select: { jurisdiction: { select: placeRow } }, orderBy: { jurisdictionId: 'asc' } },
} satisfies Prisma.OrganizationSelect

const toFields = ({
  note,
  kind,
  jurisdiction,
  serves,
  ...rest
}: Prisma.OrganizationGetPayload<{ select: typeof row }>) => ({
  ...rest,
  kind: kind as Organization['kind'],
  note: toTextOrNull(note),
  jurisdiction: toPlace(jurisdiction),
  serves: serves.map((one) => toPlace(one.jurisdiction)),
})

async function write(tx: Transaction, id: string, base: BaseColumns, input: OrganizationInput): Promise<void> {
  const { servesIds, note, ...fields } = input
  const columns = { ...base, ...fields, note: jsonOrNull(note) }
  await tx.organization.upsert({ where: { id }, create: { id, card: {}, ...columns }, update: columns })
  await tx.organizationService.deleteMany({ where: { organizationId: id } })
  await tx.organizationService.createMany({
    data: servesIds.map((jurisdictionId) => ({ organizationId: id, jurisdictionId })),
  })
}

export const storage: RecordStorage<OrganizationInput, Organization> = {
  write: oneByOne(write),
  read: async (tx, ids) => (await tx.organization.findMany({ where: { id: { in: ids } }, select: row })).map(toFields),
}
