import { Prisma, type Transaction, jsonOrNull } from '@/lib/platform/database/write'
import type { RecordStorage } from '@/lib/records/define-record-type'
import { type BaseColumns, oneByOne } from '@/lib/platform/publishing/record-type'
import { citationData, citationRows, toCitation } from '@/lib/records/shared/citation-rows'
import {
  dayRow,
  placeRow,
  refRow,
  titledRow,
  toFrom,
  toPlace,
  toRef,
  toTextOrNull,
  toTitled,
  writeDay,
  writeFrom,
} from '@/lib/records/shared/rows'
import { statementTitle } from '@/lib/records/statements/schema'
import { TOPIC } from '@/lib/vocabularies/topics'
import { Stance, StanceInput } from './schema'

const speakerNames = {
  select: { official: { select: refRow }, organization: { select: refRow } },
  orderBy: { position: 'asc' },
} satisfies Prisma.Statement$speakersArgs

const row = {
  id: true,
  topic: true,
  value: true,
  setting: true,
  cases: true,
  basis: true,
  checkedOn: true,
  disputed: true,
  note: true,
  fromEdtf: true,
  fromEarliest: true,
  fromLatest: true,
  fromAsWritten: true,
  jurisdiction: { select: placeRow },
  organization: { select: refRow },
  statements: { select: { statement: { select: { id: true, path: true, speakers: speakerNames } } } },
  policies: { select: { policy: { select: titledRow } } },
  supersededBy: {
    select: { id: true, path: true, topic: true, organization: { select: refRow }, jurisdiction: { select: placeRow } },
  },
  citations: citationRows,
} satisfies Prisma.StanceSelect

type Row = Prisma.StanceGetPayload<{ select: typeof row }>

const toSuccessor = ({ id, path, topic, organization, jurisdiction }: NonNullable<Row['supersededBy']>) => ({
  id,
  path,
  name: `${organization?.name ?? jurisdiction.fullName}: ${TOPIC[topic as keyof typeof TOPIC].en}`,
})

const toFields = (found: Row) => ({
  id: found.id,
  topic: found.topic as Stance['topic'],
  value: found.value as Stance['value'],
  setting: found.setting as Stance['setting'],
  cases: toTextOrNull(found.cases),
  basis: found.basis as Stance['basis'],
  checkedOn: dayRow(found.checkedOn)!,
  disputed: toTextOrNull(found.disputed),
  note: toTextOrNull(found.note),
  from: toFrom(found),
  jurisdiction: toPlace(found.jurisdiction),
  organization: found.organization && toRef(found.organization),
  statements: found.statements.map(({ statement: { id, path, speakers } }) => ({
    id,
    path,
    name: statementTitle({ speakers }),
  })),
  policies: found.policies.map((one) => toTitled(one.policy)),
  supersededBy: found.supersededBy && toSuccessor(found.supersededBy),
  citations: found.citations.map(toCitation),
})

async function write(tx: Transaction, id: string, base: BaseColumns, input: StanceInput): Promise<void> {
  const { from, statementIds, policyIds, citations, cases, disputed, note, checkedOn, ...fields } = input
  const texts = { cases: jsonOrNull(cases), disputed: jsonOrNull(disputed), note: jsonOrNull(note) }
  const columns = { ...base, ...fields, ...texts, ...writeFrom(from), checkedOn: writeDay(checkedOn)! }
  await tx.stance.upsert({ where: { id }, create: { id, card: {}, ...columns }, update: columns })
  const where = { stanceId: id }
  await tx.stanceStatement.deleteMany({ where })
  await tx.stancePolicy.deleteMany({ where })
  await tx.citation.deleteMany({ where })
  await tx.stanceStatement.createMany({ data: statementIds.map((statementId) => ({ ...where, statementId })) })
  await tx.stancePolicy.createMany({ data: policyIds.map((policyId) => ({ ...where, policyId })) })
  await tx.citation.createMany({
    data: citations.map((citation, position) => ({ ...where, ...citationData(citation, position) })),
  })
}

export const storage: RecordStorage<StanceInput, Stance> = {
  write: oneByOne(write),
  read: async (tx, ids) => (await tx.stance.findMany({ where: { id: { in: ids } }, select: row })).map(toFields),
}
