import { Prisma, type Transaction, json, jsonOrNull } from '@/lib/platform/database/write'
import type { RecordStorage } from '@/lib/records/define-record-type'
import { type BaseColumns, oneByOne } from '@/lib/platform/publishing/record-type'
import { citationData, citationRow, citationRows, toCitation } from '@/lib/records/shared/citation-rows'
import { intervalOf } from '@/lib/text/edtf'
import {
  dateRow,
  placeRow,
  refRow,
  titledRow,
  toDate,
  toPlace,
  toRef,
  toText,
  toTextOrNull,
  toTitled,
  writeDate,
  writeDay,
} from '@/lib/records/shared/rows'
import { Policy, PolicyInput } from './schema'

const row = {
  id: true,
  title: true,
  instrument: true,
  number: true,
  model: true,
  binding: true,
  summary: true,
  notes: true,
  jurisdiction: { select: placeRow },
  organization: { select: refRow },
  official: { select: refRow },
  events: {
    select: { ...dateRow, status: true, note: true, citation: { select: citationRow } },
    orderBy: { position: 'asc' },
  },
  provisions: { select: { topic: true, text: true, span: true }, orderBy: { position: 'asc' } },
  answers: { select: { federalAction: { select: titledRow } } },
  citations: citationRows,
} satisfies Prisma.PolicySelect

const toFields = (found: Prisma.PolicyGetPayload<{ select: typeof row }>) => ({
  ...found,
  title: toText(found.title),
  instrument: found.instrument as Policy['instrument'],
  binding: found.binding as Policy['binding'],
  summary: toText(found.summary),
  notes: found.notes as Policy['notes'],
  jurisdiction: toPlace(found.jurisdiction),
  organization: found.organization && toRef(found.organization),
  official: found.official && toRef(found.official),
  events: found.events.map((event) => ({
    status: event.status as Policy['events'][number]['status'],
    date: toDate(event),
    note: toTextOrNull(event.note),
    citation: toCitation(event.citation!),
  })),
  provisions: found.provisions.map(({ topic, text, span }) => ({
    topic: topic as Policy['provisions'][number]['topic'],
    text: toText(text),
    span,
  })),
  answers: found.answers.map((one) => toTitled(one.federalAction)),
  citations: found.citations.map(toCitation),
})

/** The latest known day of a policy's events, by which lists are sorted. */
const latestEvent = (events: PolicyInput['events']): Date | null => {
  const days = events.flatMap(({ date }) => {
    const interval = date && intervalOf(date.edtf)
    return interval?.latest ?? interval?.earliest ?? []
  })
  return writeDay(days.sort().at(-1))
}

async function write(tx: Transaction, id: string, base: BaseColumns, input: PolicyInput): Promise<void> {
  const { events, provisions, answersIds, citations, title, summary, notes, ...fields } = input
  const texts = { title: json(title), summary: json(summary), notes: json(notes) }
  const columns = { ...base, ...fields, ...texts, latestEvent: latestEvent(events) }
  await tx.policy.upsert({ where: { id }, create: { id, card: {}, ...columns }, update: columns })
  const where = { policyId: id }
  await tx.policyEvent.deleteMany({ where })
  await tx.provision.deleteMany({ where })
  await tx.policyAnswer.deleteMany({ where })
  await tx.citation.deleteMany({ where })
  for (const [position, { date, note, citation, status }] of events.entries()) {
    const event = { ...where, ...writeDate(date), position, status, note: jsonOrNull(note) }
    await tx.policyEvent.create({ data: { ...event, citation: { create: citationData(citation) } } })
  }
  await tx.provision.createMany({
    data: provisions.map(({ text, ...rest }, position) => ({ ...where, ...rest, position, text: json(text) })),
  })
  await tx.policyAnswer.createMany({ data: answersIds.map((federalActionId) => ({ ...where, federalActionId })) })
  await tx.citation.createMany({
    data: citations.map((citation, position) => ({ ...where, ...citationData(citation, position) })),
  })
}

export const storage: RecordStorage<PolicyInput, Policy> = {
  write: oneByOne(write),
  read: async (tx, ids) => (await tx.policy.findMany({ where: { id: { in: ids } }, select: row })).map(toFields),
}
