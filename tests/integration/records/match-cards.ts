import type { FederalAction } from '@/lib/records/federal-actions/schema'
import type { InexactDate } from '@/lib/records/shared/inexact-date'
import type { Jurisdiction } from '@/lib/records/jurisdictions/schema'
import type { Label } from '@/lib/records/labels/schema'
import type { Official } from '@/lib/records/officials/schema'
import type { Organization } from '@/lib/records/organizations/schema'
import type { Policy } from '@/lib/records/policies/schema'
import type { Source } from '@/lib/records/sources/schema'
import type { Stance } from '@/lib/records/stances/schema'
import { type Statement, preferredVariant } from '@/lib/records/statements/schema'
import type { RecordTypeName } from '@/lib/records/registry'
import { type DateRange, boundaryOf } from '@/lib/platform/lists/date-filters'
import { eventInForce } from '@/lib/records/shared/status-in-force'
import type { OptionsValue } from '@/lib/platform/lists/options-filter'

type Codes = (string | null | undefined)[]
type CardValues = Record<string, (card: never) => Codes | InexactDate[]>

/** The filter values that can be derived from a card alone. */
export const CARD_VALUES: Partial<Record<RecordTypeName, CardValues>> = {
  statements: {
    organization: (card: Statement) =>
      card.speakers.flatMap((one) => [one.organization?.id, one.role?.organization?.id]),
    official: (card: Statement) => card.speakers.map((one) => one.official?.id),
    party: (card: Statement) => card.speakers.map((one) => one.role?.party),
    state: (card: Statement) => card.places.map((one) => one.usps),
    level: (card: Statement) => card.places.map((one) => levelOf(one.kind)),
    topic: (card: Statement) => card.topics,
    position: (card: Statement) => card.positions.map((one) => one.position),
    answers: (card: Statement) => card.answers.map((one) => one.id),
    fidelity: (card: Statement) => [preferredVariant(card).citation.fidelity],
    sourceKind: (card: Statement) => citationsOf(card).map((one) => one.source.kind),
    outlet: (card: Statement) => citationsOf(card).map((one) => one.source.outlet),
    date: (card: Statement) => (card.date ? [card.date] : []),
  },
  policies: {
    organization: (card: Policy) => [card.organization?.id],
    state: (card: Policy) => [card.jurisdiction.usps],
    level: (card: Policy) => [levelOf(card.jurisdiction.kind)],
    topic: (card: Policy) => card.provisions.map((one) => one.topic),
    instrument: (card: Policy) => [card.instrument],
    binding: (card: Policy) => [card.binding],
    status: (card: Policy) => [eventInForce(card.events)!.status],
    answers: (card: Policy) => card.answers.map((one) => one.id),
    sourceKind: (card: Policy) =>
      [...card.citations, ...card.events.map((one) => one.citation)].map((one) => one.source.kind),
    date: (card: Policy) => card.events.flatMap((one) => one.date ?? []),
  },
  stances: {
    organization: (card: Stance) => [card.organization?.id],
    state: (card: Stance) => [card.jurisdiction.usps],
    level: (card: Stance) => [levelOf(card.jurisdiction.kind)],
    topic: (card: Stance) => [card.topic],
    stance: (card: Stance) => [card.value],
    setting: (card: Stance) => [card.setting],
    basis: (card: Stance) => [card.basis],
    date: (card: Stance) => (card.from ? [card.from] : []),
  },
  officials: {
    office: (card: Official) => card.roles.map((one) => one.office),
    party: (card: Official) => card.roles.map((one) => one.party),
    organization: (card: Official) => card.roles.map((one) => one.organization?.id),
    state: (card: Official) => card.roles.map((one) => one.jurisdiction.usps),
  },
  organizations: {
    kind: (card: Organization) => [card.kind],
    state: (card: Organization) => [card.jurisdiction.usps],
    place: (card: Organization) => [card.jurisdiction.id, ...card.serves.map((one) => one.id)],
  },
  'federal-actions': {
    kind: (card: FederalAction) => [card.kind],
    topic: (card: FederalAction) => card.topics,
    status: (card: FederalAction) => [eventInForce(card.events)?.status],
    date: (card: FederalAction) => (card.date ? [card.date] : []),
  },
  sources: {
    kind: (card: Source) => [card.kind],
    outlet: (card: Source) => [card.outlet],
    date: (card: Source) => (card.published ? [card.published] : []),
  },
  jurisdictions: {
    kind: (card: Jurisdiction) => [card.kind],
    state: (card: Jurisdiction) => [card.usps],
  },
  labels: {
    whose: (card: Label) => [card.own ? 'own' : 'outside'],
    place: (card: Label) => [card.jurisdiction.id],
    state: (card: Label) => [card.jurisdiction.usps],
  },
}

const citationsOf = (card: Statement) => [...card.variants.map((one) => one.citation), ...card.citations]

const levelOf = (kind: string): string =>
  ['state', 'district', 'territory'].includes(kind)
    ? 'state'
    : ['city', 'town', 'township', 'place'].includes(kind)
      ? 'municipal'
      : kind === 'tribal_nation'
        ? 'tribal'
        : kind

/** Whether a card matches the filter values, evaluated in JavaScript. */
export const matchesFilters = (
  type: RecordTypeName,
  card: { updatedAt: string },
  values: Record<string, unknown>,
): boolean =>
  Object.entries(values).every(([key, value]) => {
    if (value === undefined || value === true) return true
    if (key === 'since') return card.updatedAt >= boundaryOf(value as string, 'first')!
    const cardValue = CARD_VALUES[type]![key]!(card as never)
    if (key === 'date') return (cardValue as InexactDate[]).some((date) => isInRange(date, value as DateRange))
    const { codes, modified } = value as OptionsValue
    return modified
      ? codes.every((code) => (cardValue as Codes).includes(code))
      : codes.some((code) => (cardValue as Codes).includes(code))
  })

const isInRange = ({ earliest, latest }: InexactDate, { from, to, possible }: DateRange): boolean => {
  const first = (from && boundaryOf(from, 'first')) ?? '0000'
  const last = (to && boundaryOf(to, 'last')) ?? '9999'
  const [begin, end] = [earliest ?? '0000', latest ?? '9999']
  return possible ? end >= first && begin <= last : begin >= first && end <= last
}

/** Whether all of the values can be evaluated from a card. */
export const canEvaluate = (type: RecordTypeName, values: Record<string, unknown>): boolean =>
  Object.entries(values).every(
    ([key, value]) =>
      value === undefined ||
      key === 'since' ||
      (key in (CARD_VALUES[type] ?? {}) && !(key === 'place' && (value as OptionsValue).modified)),
  )
