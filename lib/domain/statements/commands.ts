import { Prisma, type Transaction, json, jsonOrNull } from '@/lib/platform/database/write'
import type { BaseColumns, Room } from '@/lib/platform/records/room'
import { citationData, citationRow, citationRows, toCitation } from '../citations'
import { linksOf } from '../links'
import { roleRow, toRole } from '../officials/commands'
import { roleOn } from '../officials/role-on'
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
} from '../rows'
import { REPRESENTS } from '../taxonomy/bodies'
import { Statement, StatementInput, statementTitle } from './definition'

const row = {
  ...dateRow,
  id: true,
  kind: true,
  channel: true,
  summary: true,
  topics: true,
  rationales: true,
  notes: true,
  speakers: {
    select: {
      asPrinted: true,
      organization: { select: refRow },
      official: { select: { ...refRow, roles: { select: roleRow, orderBy: { position: 'asc' } } } },
    },
    orderBy: { position: 'asc' },
  },
  places: { select: { jurisdiction: { select: placeRow } }, orderBy: { position: 'asc' } },
  variants: {
    select: { passages: true, preferred: true, reason: true, citation: { select: citationRow } },
    orderBy: { position: 'asc' },
  },
  positions: { select: { topic: true, position: true, span: true }, orderBy: { topic: 'asc' } },
  answers: { select: { federalAction: { select: titledRow } } },
  citations: citationRows,
} satisfies Prisma.StatementSelect

type Row = Prisma.StatementGetPayload<{ select: typeof row }>

const toSpeaker =
  (when: Statement['date']) =>
  ({ asPrinted, official, organization }: Row['speakers'][number]) => ({
    asPrinted,
    official: official && toRef(official),
    organization: organization && toRef(organization),
    role: official && roleOn(official.roles.map(toRole), when),
  })

const toFields = (found: Row) => {
  const date = toDate(found)
  return {
    id: found.id,
    kind: found.kind as Statement['kind'],
    channel: found.channel as Statement['channel'],
    summary: toText(found.summary),
    topics: found.topics as Statement['topics'],
    rationales: found.rationales as Statement['rationales'],
    notes: found.notes as Statement['notes'],
    date,
    speakers: found.speakers.map(toSpeaker(date)),
    places: found.places.map((one) => toPlace(one.jurisdiction)),
    variants: found.variants.map(({ reason, citation, ...rest }) => ({
      ...rest,
      reason: toTextOrNull(reason),
      citation: toCitation(citation!),
    })),
    positions: found.positions as Statement['positions'],
    answers: found.answers.map((one) => toTitled(one.federalAction)),
    citations: found.citations.map(toCitation),
  }
}

/** Whether nobody who speaks governs the place: members of Congress and state legislators represent it. */
const represents = async (tx: Transaction, input: StatementInput): Promise<boolean> => {
  if (input.speakers.some((one) => one.organizationId)) return false
  const ids = input.speakers.flatMap((one) => one.officialId ?? [])
  const roles = await tx.role.findMany({ where: { officialId: { in: ids } }, select: { office: true } })
  return roles.length > 0 && roles.every(({ office }) => (REPRESENTS as readonly string[]).includes(office))
}

async function write(tx: Transaction, id: string, base: BaseColumns, input: StatementInput): Promise<void> {
  const { speakers, placeIds, date, variants, positions, answersIds, citations, summary, notes, ...fields } = input
  const own = { ...base, ...fields, ...writeDate(date), summary: json(summary), notes: json(notes) }
  const columns = { ...own, represents: await represents(tx, input) }
  await tx.statement.upsert({ where: { id }, create: { id, card: {}, ...columns }, update: columns })
  const where = { statementId: id }
  await tx.statementSpeaker.deleteMany({ where })
  await tx.statementPlace.deleteMany({ where })
  await tx.statementVariant.deleteMany({ where })
  await tx.statementPosition.deleteMany({ where })
  await tx.statementAnswer.deleteMany({ where })
  await tx.citation.deleteMany({ where })
  await tx.statementSpeaker.createMany({
    data: speakers.map((speaker, position) => ({ ...where, ...speaker, position })),
  })
  await tx.statementPlace.createMany({
    data: placeIds.map((jurisdictionId, position) => ({ ...where, jurisdictionId, position })),
  })
  await tx.statementPosition.createMany({ data: positions.map((position) => ({ ...where, ...position })) })
  await tx.statementAnswer.createMany({ data: answersIds.map((federalActionId) => ({ ...where, federalActionId })) })
  for (const [position, { citation, reason, ...variant }] of variants.entries()) {
    const data = {
      ...where,
      ...variant,
      position,
      reason: jsonOrNull(reason),
      citation: { create: citationData(citation) },
    }
    await tx.statementVariant.create({ data })
  }
  await tx.citation.createMany({
    data: citations.map((citation, position) => ({ ...where, ...citationData(citation, position) })),
  })
}

/** The role on the day in columns, so that filters need not read the cards. */
const writeRoles = (tx: Transaction, id: string) => tx.$executeRaw`
  UPDATE statement_speaker
  SET role_party = speaker -> 'role' ->> 'party', role_organization_id = speaker -> 'role' -> 'organization' ->> 'id'
  FROM statement, jsonb_array_elements(card -> 'speakers') WITH ORDINALITY AS said (speaker, place)
  WHERE statement.id = ${id} AND statement_id = statement.id AND position = place - 1`

export const statements: Room<StatementInput, Statement> = {
  name: 'statements',
  table: 'statement',
  input: StatementInput,
  record: Statement,
  title: statementTitle,
  write,
  read: async (tx, ids) => (await tx.statement.findMany({ where: { id: { in: ids } }, select: row })).map(toFields),
  derive: writeRoles,
  words: ({ speakers, places, summary, variants }) => ({
    names: [
      ...speakers.flatMap((one) => [one.official?.name ?? '', one.organization?.name ?? '']),
      ...places.map((one) => one.name),
      ...variants.map((one) => one.citation.source.outlet),
    ],
    en: [summary.en, ...variants.flatMap((one) => one.passages)],
    es: [summary.es ?? ''],
  }),
  links: linksOf,
}
