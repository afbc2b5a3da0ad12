/** The table of each record type's published records. */
export const TABLES: Record<string, string> = {
  jurisdictions: 'jurisdiction',
  organizations: 'organization',
  sources: 'source',
  officials: 'official',
  'federal-actions': 'federal_action',
  policies: 'policy',
  statements: 'statement',
  stances: 'stance',
  labels: 'label',
}
