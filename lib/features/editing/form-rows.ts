import type { LocalizedText } from '@/lib/platform/i18n/locale'
import { localizedText } from '@/lib/platform/i18n/translate'

/** Leading fields of rows, by list property. Other fields follow in schema order. */
export const FIRST: Record<string, readonly string[]> = {
  speakers: ['officialId', 'organizationId'],
  variants: ['citation', 'passages', 'preferred'],
  roles: ['title', 'office', 'jurisdictionId', 'organizationId', 'from', 'to'],
  lineage: ['kind', 'sourceId'],
}

/** Row labels, by list property: "Add wording", "Wording 2". */
export const ROW: Record<string, LocalizedText> = {
  speakers: localizedText('formRow.speakers'),
  placeIds: localizedText('formRow.placeIds'),
  servesIds: localizedText('formRow.placeIds'),
  variants: localizedText('formRow.variants'),
  passages: localizedText('formRow.passages'),
  positions: localizedText('formRow.positions'),
  answersIds: localizedText('formRow.answersIds'),
  citations: localizedText('formRow.citations'),
  notes: localizedText('formRow.notes'),
  events: localizedText('formRow.events'),
  provisions: localizedText('formRow.provisions'),
  roles: localizedText('formRow.roles'),
  policyIds: localizedText('formRow.policyIds'),
  statementIds: localizedText('formRow.statementIds'),
  lineage: localizedText('formRow.lineage'),
  captures: localizedText('formRow.captures'),
  leads: localizedText('formRow.leads'),
}
