import { Prisma, type Transaction, json, jsonOrNull } from '@/lib/platform/database/write'
import type { RecordStorage } from '@/lib/records/define-record-type'
import { type BaseColumns, oneByOne } from '@/lib/platform/publishing/record-type'
import { citationData, citationRow, citationRows, toCitation } from '@/lib/records/shared/citation-rows'
import { dateRow, toDate, toText, toTextOrNull, writeDate } from '@/lib/records/shared/rows'
import { FederalAction, FederalActionInput } from './schema'

const row = {
  ...dateRow,
  id: true,
  title: true,
  kind: true,
  agency: true,
  summary: true,
  topics: true,
  notes: true,
  events: {
    select: { ...dateRow, status: true, note: true, citation: { select: citationRow } },
    orderBy: { position: 'asc' },
  },
  citations: citationRows,
} satisfies Prisma.FederalActionSelect

const toFields = (found: Prisma.FederalActionGetPayload<{ select: typeof row }>) => ({
  id: found.id,
  title: toText(found.title),
  kind: found.kind as FederalAction['kind'],
  agency: found.agency,
  summary: toText(found.summary),
  topics: found.topics as FederalAction['topics'],
  notes: found.notes as FederalAction['notes'],
  date: toDate(found),
  events: found.events.map((event) => ({
    status: event.status as FederalAction['events'][number]['status'],
    date: toDate(event),
    note: toTextOrNull(event.note),
    citation: toCitation(event.citation!),
  })),
  citations: found.citations.map(toCitation),
})

async function write(tx: Transaction, id: string, base: BaseColumns, input: FederalActionInput): Promise<void> {
  const { date, events, citations, title, summary, notes, ...fields } = input
  const columns = {
    ...base,
    ...fields,
    ...writeDate(date),
    title: json(title),
    summary: json(summary),
    notes: json(notes),
  }
  await tx.federalAction.upsert({ where: { id }, create: { id, card: {}, ...columns }, update: columns })
  const where = { federalActionId: id }
  await tx.federalActionEvent.deleteMany({ where })
  await tx.citation.deleteMany({ where })
  for (const [position, { date, note, citation, status }] of events.entries()) {
    const event = { ...where, ...writeDate(date), position, status, note: jsonOrNull(note) }
    await tx.federalActionEvent.create({ data: { ...event, citation: { create: citationData(citation) } } })
  }
  await tx.citation.createMany({
    data: citations.map((citation, position) => ({ ...where, ...citationData(citation, position) })),
  })
}

export const storage: RecordStorage<FederalActionInput, FederalAction> = {
  write: oneByOne(write),
  read: async (tx, ids) => (await tx.federalAction.findMany({ where: { id: { in: ids } }, select: row })).map(toFields),
}
