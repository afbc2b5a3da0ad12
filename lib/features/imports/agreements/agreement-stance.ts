import { localizedText } from '@/lib/platform/i18n/translate'
import type { StanceInput } from '@/lib/records/stances/schema'
import type { Bound } from '@/lib/vocabularies/stances'
import { today } from '@/lib/text/today'
import type { Agency } from './agency'
import { type Listed, listCitation } from './agreement'
import { localizedDay } from '../read-day'

const BOUND: Partial<Record<Agency['kind'], Bound>> = {
  sheriff: 'sheriffs_jails',
  police_department: 'local_police',
  state_agency: 'state_agencies',
}

/** A listed agreement as a stance: a voluntary agreement is “will cooperate”, with its model as the case. */
const newStance = (listed: Listed, policyId: string): StanceInput => {
  const { agency, organizationId, model, signed, listDate } = listed
  const bound = /\bstate police\b|highway patrol/i.test(agency.name) ? 'state_police' : BOUND[agency.kind]
  return {
    topic: 'agreement-287g',
    value: 'will_cooperate',
    duty: 'may',
    bound: bound ? [bound] : [],
    setting: null,
    cases: localizedText('importers.agreements.modelCase', { model }),
    basis: 'instrument',
    asOf: { edtf: listDate ?? today() },
    asOfBasis: listDate ? 'source' : 'read_on',
    from: signed ? { edtf: signed } : null,
    fromBasis: signed ? 'signed' : null,
    until: null,
    coding: 'editor',
    codedOn: today(),
    confirmedOn: null,
    disputed: null,
    note: listDate
      ? localizedText('importers.agreements.asListed', { day: localizedDay(listDate) })
      : localizedText('importers.agreements.asListedUndated'),
    jurisdictionId: agency.place.id,
    organizationId,
    policyIds: [policyId],
    statementIds: [],
    supersedesId: null,
    citations: [listCitation(listed)],
  }
}

/**
 * Adds a row to the stance that rests on the agreement: a later list makes its evidence later. Everything else that is
 * published stays, also a code that an editor has changed.
 */
export const stanceWith = (published: StanceInput | null, listed: Listed, policyId: string): StanceInput => {
  if (!published) return newStance(listed, policyId)
  const { listDate, listSourceId } = listed
  const isCited = published.citations.some(({ sourceId }) => sourceId === listSourceId)
  if (isCited || !listDate || published.value !== 'will_cooperate' || listDate <= published.asOf.edtf) return published
  return {
    ...published,
    asOf: { edtf: listDate },
    asOfBasis: 'source',
    citations: [...published.citations, listCitation(listed)],
  }
}
