import { Prisma, type Transaction, jsonOrNull } from '@/lib/platform/database/write'
import type { RecordStorage } from '@/lib/records/define-record-type'
import { type BaseColumns, oneByOne } from '@/lib/platform/publishing/record-type'
import { citationData, citationRows, toCitation } from '@/lib/records/shared/citation-rows'
import {
  dayRow,
  placeRow,
  refRow,
  titledRow,
  toDate,
  toFrom,
  toPlace,
  toRef,
  toTextOrNull,
  toTitled,
  writeDay,
  writeAsOf,
  writeFrom,
  writeUntil,
} from '@/lib/records/shared/rows'
import { statementTitle } from '@/lib/records/statements/schema'
import { TOPIC } from '@/lib/vocabularies/topics'
import { EVIDENCE_GRADE, evidenceGrade } from '@/lib/vocabularies/fidelity'
import { codesOf } from '@/lib/platform/i18n/vocabulary'
import { sql } from '@/lib/platform/database/sql'
import type { Citation } from '@/lib/records/shared/citation'
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
  bound: true,
  duty: true,
  basis: true,
  asOfBasis: true,
  fromBasis: true,
  coding: true,
  confirmedOn: true,
  codedOn: true,
  disputed: true,
  note: true,
  fromEdtf: true,
  fromEarliest: true,
  fromLatest: true,
  fromAsWritten: true,
  asOfEdtf: true,
  asOfEarliest: true,
  asOfLatest: true,
  asOfAsWritten: true,
  untilEdtf: true,
  untilEarliest: true,
  untilLatest: true,
  untilAsWritten: true,
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
  bound: found.bound as Stance['bound'],
  duty: found.duty as Stance['duty'],
  basis: found.basis as Stance['basis'],
  asOfBasis: found.asOfBasis as Stance['asOfBasis'],
  fromBasis: found.fromBasis as Stance['fromBasis'],
  coding: found.coding as Stance['coding'],
  confirmedOn: dayRow(found.confirmedOn),
  codedOn: dayRow(found.codedOn)!,
  disputed: toTextOrNull(found.disputed),
  note: toTextOrNull(found.note),
  asOf: toDate({
    dateEdtf: found.asOfEdtf,
    dateEarliest: found.asOfEarliest,
    dateLatest: found.asOfLatest,
    dateAsWritten: found.asOfAsWritten,
  })!,
  from: toFrom(found),
  until: toDate({
    dateEdtf: found.untilEdtf,
    dateEarliest: found.untilEarliest,
    dateLatest: found.untilLatest,
    dateAsWritten: found.untilAsWritten,
  }),
  jurisdiction: toPlace(found.jurisdiction),
  organization: found.organization && toRef(found.organization),
  statements: found.statements.map(({ statement: { id, path, speakers } }) => ({
    id,
    path,
    name: statementTitle({ speakers }),
  })),
  policies: found.policies.map((one) => toTitled(one.policy)),
  supersededBy: found.supersededBy && toSuccessor(found.supersededBy),
  ...toEvidence(found.citations.map(toCitation)),
})

/** The citations, and the best grade among them. */
const toEvidence = (citations: Citation[]) => {
  const grades = citations.map(evidenceGrade)
  return { citations, evidence: GRADES.find((grade) => grades.includes(grade))! }
}

const GRADES = codesOf(EVIDENCE_GRADE)

/** Writes the grade, which depends on the kinds of the cited sources, for the filter. */
const derive = (tx: Transaction, cards: readonly Stance[]) =>
  tx.rows(sql`
    UPDATE stance SET evidence = given.evidence
    FROM jsonb_to_recordset(${JSON.stringify(cards.map(({ id, evidence }) => ({ id, evidence })))}::jsonb)
      AS given (id text, evidence text)
    WHERE stance.id = given.id AND stance.evidence IS DISTINCT FROM given.evidence`)

async function write(tx: Transaction, id: string, base: BaseColumns, input: StanceInput): Promise<void> {
  const { asOf, from, until, statementIds, policyIds, citations, cases, disputed, note, codedOn, ...others } = input
  const { confirmedOn, ...fields } = others
  const texts = { cases: jsonOrNull(cases), disputed: jsonOrNull(disputed), note: jsonOrNull(note) }
  const dates = { ...writeAsOf(asOf), ...writeFrom(from), ...writeUntil(until) }
  const days = { codedOn: writeDay(codedOn)!, confirmedOn: writeDay(confirmedOn) }
  const columns = { ...base, ...fields, ...texts, ...dates, ...days }
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
  derive,
  read: async (tx, ids) => (await tx.stance.findMany({ where: { id: { in: ids } }, select: row })).map(toFields),
}
