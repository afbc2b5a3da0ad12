import type { RecordTypeName } from './paths'

/** Where the cards of each record type are. */
export const TABLES: Readonly<Record<RecordTypeName, string>> = {
  jurisdictions: 'jurisdiction',
  statements: 'statement',
  policies: 'policy',
  stances: 'stance',
  officials: 'official',
  organizations: 'organization',
  'federal-actions': 'federal_action',
  sources: 'source',
  labels: 'label',
}
