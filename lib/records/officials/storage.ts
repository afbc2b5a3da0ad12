import { Prisma, type Transaction, json, jsonOrNull } from '@/lib/platform/database/write'
import type { RecordStorage } from '@/lib/records/define-record-type'
import { type BaseColumns, oneByOne } from '@/lib/platform/publishing/record-type'
import { citationData, citationRows, toCitation } from '@/lib/records/shared/citation-rows'
import {
  placeRow,
  refRow,
  toFrom,
  toPlace,
  toRef,
  toText,
  toTextOrNull,
  toTo,
  writeFrom,
  writeTo,
} from '@/lib/records/shared/rows'
import { Official, OfficialInput, type Role } from './schema'

/** Prisma selection of a role without its citations, for display beside a name. */
export const roleRow = {
  title: true,
  office: true,
  district: true,
  party: true,
  fromEdtf: true,
  fromEarliest: true,
  fromLatest: true,
  fromAsWritten: true,
  toEdtf: true,
  toEarliest: true,
  toLatest: true,
  toAsWritten: true,
  organization: { select: refRow },
  jurisdiction: { select: placeRow },
} satisfies Prisma.RoleSelect

export const toRole = (row: Prisma.RoleGetPayload<{ select: typeof roleRow }>): Omit<Role, 'citations'> => ({
  title: toText(row.title),
  office: row.office as Role['office'],
  district: row.district,
  party: row.party as Role['party'],
  organization: row.organization && toRef(row.organization),
  jurisdiction: toPlace(row.jurisdiction),
  from: toFrom(row),
  to: toTo(row),
})

const row = {
  id: true,
  name: true,
  aliases: true,
  bioguide: true,
  note: true,
  roles: { select: { ...roleRow, citations: citationRows }, orderBy: { position: 'asc' } },
} satisfies Prisma.OfficialSelect

const toFields = ({ roles, note, ...rest }: Prisma.OfficialGetPayload<{ select: typeof row }>) => ({
  ...rest,
  note: toTextOrNull(note),
  roles: roles.map((role) => ({ ...toRole(role), citations: role.citations.map(toCitation) })),
})

async function write(tx: Transaction, id: string, base: BaseColumns, input: OfficialInput): Promise<void> {
  const { roles, note, ...fields } = input
  const columns = { ...base, ...fields, note: jsonOrNull(note) }
  await tx.role.deleteMany({ where: { officialId: id } })
  await tx.official.upsert({ where: { id }, create: { id, card: {}, ...columns }, update: columns })
  for (const [position, role] of roles.entries()) {
    const { from, to, citations, title, ...held } = role
    await tx.role.create({
      data: {
        ...held,
        ...writeFrom(from),
        ...writeTo(to),
        officialId: id,
        position,
        title: json(title),
        citations: { create: citations.map(citationData) },
      },
    })
  }
}

export const storage: RecordStorage<OfficialInput, Official> = {
  write: oneByOne(write),
  read: async (tx, ids) => (await tx.official.findMany({ where: { id: { in: ids } }, select: row })).map(toFields),
}
