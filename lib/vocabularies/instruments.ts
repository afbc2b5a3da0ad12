import { codeOf, type Term } from '@/lib/platform/i18n/vocabulary'

/** The legal instrument of a policy. Strength is separate from direction. */
export const INSTRUMENT = {
  declared_practice: { en: 'Declared practice', es: 'Práctica declarada' },
  department_policy: { en: 'Department policy', es: 'Política de un departamento' },
  executive_order: { en: 'Executive order', es: 'Orden ejecutiva' },
  resolution: { en: 'Resolution', es: 'Resolución' },
  ordinance: { en: 'Ordinance', es: 'Ordenanza' },
  statute: { en: 'Statute', es: 'Ley' },
  agreement: { en: 'Agreement', es: 'Acuerdo' },
  litigation: { en: 'Lawsuit', es: 'Demanda' },
  budget: { en: 'Budget', es: 'Presupuesto' },
} as const satisfies Record<string, Term>
export const Instrument = codeOf(INSTRUMENT)

/** The form of a statement. */
export const STATEMENT_KIND = {
  remark: { en: 'Remark', es: 'Comentario' },
  official_statement: { en: 'Official statement', es: 'Declaración oficial' },
  joint_statement: { en: 'Joint statement', es: 'Declaración conjunta' },
} as const satisfies Record<string, Term>
export const StatementKind = codeOf(STATEMENT_KIND)

export const CHANNEL = {
  interview: { en: 'Interview', es: 'Entrevista' },
  press_conference: { en: 'Press conference', es: 'Conferencia de prensa' },
  public_meeting: { en: 'Public meeting or event', es: 'Reunión o acto público' },
  rally: { en: 'Rally', es: 'Mitin' },
  video: { en: 'Video', es: 'Video' },
  written_statement: { en: 'Written statement', es: 'Declaración escrita' },
  website: { en: 'Official website', es: 'Sitio web oficial' },
  not_reported: { en: 'Not reported', es: 'No se informa' },
} as const satisfies Record<string, Term>
export const Channel = codeOf(CHANNEL)

export const BINDING = {
  yes: { en: 'Binding', es: 'Vinculante' },
  no: { en: 'Not binding', es: 'No vinculante' },
  unknown: { en: 'Not known whether binding', es: 'No se sabe si es vinculante' },
} as const satisfies Record<string, Term>
export const Binding = codeOf(BINDING)

/** The dated events in the life of a policy or a federal action. */
export const STATUS = {
  proposed: { en: 'Proposed', es: 'Propuesta' },
  announced: { en: 'Announced', es: 'Anunciada' },
  signed: { en: 'Signed', es: 'Firmada' },
  adopted: { en: 'Adopted', es: 'Aprobada' },
  in_effect: { en: 'In effect', es: 'En vigor' },
  reaffirmed: { en: 'Reaffirmed', es: 'Reafirmada' },
  amended: { en: 'Amended', es: 'Modificada' },
  listed: { en: 'Listed', es: 'Figura en una lista' },
  enjoined: { en: 'Blocked in court', es: 'Bloqueada por un tribunal' },
  superseded: { en: 'Superseded', es: 'Reemplazada' },
  rescinded: { en: 'Rescinded', es: 'Revocada' },
  expired: { en: 'Expired', es: 'Vencida' },
  reported: { en: 'Reported', es: 'Se informó' },
} as const satisfies Record<string, Term>
export const Status = codeOf(STATUS)
export type Status = keyof typeof STATUS

/** The basis of a stance, strongest first. */
export const BASIS = {
  written_instrument: { en: 'A written instrument', es: 'Un instrumento escrito' },
  declared_practice: { en: 'A declared practice', es: 'Una práctica declarada' },
  statement: { en: 'A statement only', es: 'Solo una declaración' },
} as const satisfies Record<string, Term>
export const Basis = codeOf(BASIS)

export const SETTING = {
  school: { en: 'Schools', es: 'Escuelas' },
  court: { en: 'Courts', es: 'Tribunales' },
  hospital: { en: 'Hospitals', es: 'Hospitales' },
  worship: { en: 'Places of worship', es: 'Lugares de culto' },
  public_property: { en: 'City or county property', es: 'Bienes municipales o del condado' },
} as const satisfies Record<string, Term>
export const Setting = codeOf(SETTING)

export const FEDERAL_ACTION_KIND = {
  executive_order: { en: 'Executive order', es: 'Orden ejecutiva' },
  memo: { en: 'Memo', es: 'Memorando' },
  agency_policy: { en: 'Agency policy', es: 'Política de una agencia' },
  law: { en: 'Law', es: 'Ley' },
  operation: { en: 'Operation', es: 'Operativo' },
  deployment: { en: 'Deployment', es: 'Despliegue' },
  announcement: { en: 'Announcement', es: 'Anuncio' },
} as const satisfies Record<string, Term>
export const FederalActionKind = codeOf(FEDERAL_ACTION_KIND)

export const RATIONALE = {
  'public-safety': { en: 'Public safety and trust', es: 'Seguridad pública y confianza' },
  'local-resources': { en: 'Local resources', es: 'Recursos locales' },
  'constitutional-limits': { en: 'Constitutional limits', es: 'Límites constitucionales' },
  'civil-rights': { en: 'Civil rights and due process', es: 'Derechos civiles y debido proceso' },
  economy: { en: 'Economy', es: 'Economía' },
  'family-unity': { en: 'Family unity', es: 'Unidad familiar' },
  'equal-service': { en: 'Equal service', es: 'Servicio igual para todos' },
  'crime-prevention': { en: 'Crime prevention', es: 'Prevención del delito' },
  'federal-duty': { en: 'Duty to follow federal law', es: 'Deber de cumplir la ley federal' },
  'immigrant-contribution': { en: 'Immigrant contribution', es: 'Aporte de los inmigrantes' },
} as const satisfies Record<string, Term>
export const Rationale = codeOf(RATIONALE)
