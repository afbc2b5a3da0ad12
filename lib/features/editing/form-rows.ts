import type { LocalizedText } from '@/lib/platform/i18n/locale'

/** Leading fields of rows, by list property. Other fields follow in schema order. */
export const FIRST: Record<string, readonly string[]> = {
  speakers: ['officialId', 'organizationId'],
  variants: ['citation', 'passages', 'preferred'],
  roles: ['title', 'office', 'jurisdictionId', 'organizationId', 'from', 'to'],
  lineage: ['kind', 'sourceId'],
}

/** Row labels, by list property: "Add wording", "Wording 2". */
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
