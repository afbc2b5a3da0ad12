import { Prisma, type Transaction, jsonOrNull } from '@/lib/platform/database/write'
import type { RecordStorage } from '@/lib/records/define-record-type'
import { type BaseColumns, oneByOne } from '@/lib/platform/publishing/record-type'
import { citationData, citationRows, toCitation } from '@/lib/records/shared/citation-rows'
import {
  dateRow,
  placeRow,
  refRow,
  titledRow,
  toDate,
  toPlace,
  toTextOrNull,
  toTitled,
  writeDate,
} from '@/lib/records/shared/rows'
import { statementTitle } from '@/lib/records/statements/schema'
import { Label, LabelInput } from './schema'

const row = {
  ...dateRow,
  id: true,
  words: true,
  labeller: true,
  own: true,
  note: true,
  jurisdiction: { select: placeRow },
  statement: {
    select: {
      id: true,
      path: true,
      speakers: { select: { official: { select: refRow }, organization: { select: refRow } } },
    },
  },
  policy: { select: titledRow },
  citations: citationRows,
} satisfies Prisma.LabelSelect

const toFields = ({ statement, policy, ...found }: Prisma.LabelGetPayload<{ select: typeof row }>) => ({
  ...found,
  note: toTextOrNull(found.note),
  date: toDate(found),
  jurisdiction: toPlace(found.jurisdiction),
  statement: statement && {
    id: statement.id,
    path: statement.path,
    name: statementTitle(statement),
  },
  policy: policy && toTitled(policy),
  citations: found.citations.map(toCitation),
})

async function write(tx: Transaction, id: string, base: BaseColumns, input: LabelInput): Promise<void> {
  const { date, citations, note, ...fields } = input
  const columns = { ...base, ...fields, ...writeDate(date), note: jsonOrNull(note) }
  await tx.label.upsert({ where: { id }, create: { id, card: {}, ...columns }, update: columns })
  await tx.citation.deleteMany({ where: { labelId: id } })
  await tx.citation.createMany({
    data: citations.map((citation, position) => ({ labelId: id, ...citationData(citation, position) })),
  })
}

export const storage: RecordStorage<LabelInput, Label> = {
  write: oneByOne(write),
  read: async (tx, ids) => (await tx.label.findMany({ where: { id: { in: ids } }, select: row })).map(toFields),
}
