import type { LocalizedText } from '@/lib/platform/i18n/locale'
import type { RecordTypeName } from '@/lib/records/paths'

/** What the record types are called where a file for one of them is chosen. */
export const LIST_NAMES: Readonly<Record<RecordTypeName, LocalizedText>> = {
  statements: { en: 'Statements', es: 'Declaraciones' },
  policies: { en: 'Policies', es: 'Políticas' },
  stances: { en: 'Stances', es: 'Posturas' },
  officials: { en: 'Officials', es: 'Cargos públicos' },
  organizations: { en: 'Organizations', es: 'Organizaciones' },
  'federal-actions': { en: 'Federal actions', es: 'Medidas federales' },
  sources: { en: 'Sources', es: 'Fuentes' },
  jurisdictions: { en: 'Places', es: 'Lugares' },
  labels: { en: 'Labels', es: 'Etiquetas' },
}

/** One entry of each. */
export const ENTRY_NAMES: Readonly<Record<RecordTypeName, LocalizedText>> = {
  statements: { en: 'Statement', es: 'Declaración' },
  policies: { en: 'Policy', es: 'Política' },
  stances: { en: 'Stance', es: 'Postura' },
  officials: { en: 'Official', es: 'Cargo público' },
  organizations: { en: 'Organization', es: 'Organización' },
  'federal-actions': { en: 'Federal action', es: 'Medida federal' },
  sources: { en: 'Source', es: 'Fuente' },
  jurisdictions: { en: 'Place', es: 'Lugar' },
  labels: { en: 'Label', es: 'Etiqueta' },
}
