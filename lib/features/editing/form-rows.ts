import type { LocalizedText } from '@/lib/platform/i18n/locale'

/** The first fields in the rows of a list, by the list's property; the others follow in the order of the schema. */
export const FIRST: Record<string, readonly string[]> = {
  speakers: ['officialId', 'organizationId'],
  variants: ['citation', 'passages', 'preferred'],
  roles: ['title', 'office', 'jurisdictionId', 'organizationId', 'from', 'to'],
  lineage: ['kind', 'sourceId'],
}

/** The label of one row, by the list's property: "Add wording", "Wording 2". */
export const ROW: Record<string, LocalizedText> = {
  speakers: { en: 'Speaker', es: 'Persona u organismo' },
  placeIds: { en: 'Place', es: 'Lugar' },
  servesIds: { en: 'Place', es: 'Lugar' },
  variants: { en: 'Wording', es: 'Redacción' },
  passages: { en: 'Quoted words', es: 'Palabras citadas' },
  positions: { en: 'Position', es: 'Posición' },
  answersIds: { en: 'Federal action', es: 'Medida federal' },
  citations: { en: 'Source', es: 'Fuente' },
  notes: { en: 'Note', es: 'Nota' },
  events: { en: 'Status', es: 'Estado' },
  provisions: { en: 'Provision', es: 'Disposición' },
  roles: { en: 'Role', es: 'Cargo' },
  policyIds: { en: 'Policy', es: 'Política' },
  statementIds: { en: 'Statement', es: 'Declaración' },
  lineage: { en: 'Original', es: 'Original' },
  captures: { en: 'Capture', es: 'Captura' },
  leads: { en: 'Lead', es: 'Pista' },
}
