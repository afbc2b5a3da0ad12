import { codeOf, type Term } from '@/lib/platform/i18n/vocabulary'

/** The legal instrument of a policy. Strength is separate from direction. */
export const INSTRUMENT = {
  declared_practice: { en: 'Declared practice', es: 'Práctica declarada' },
  department_policy: { en: 'Department policy', es: 'Política de un departamento' },
  official_statement: { en: 'Official statement', es: 'Comunicado oficial' },
  executive_order: { en: 'Executive order or directive', es: 'Orden o directriz ejecutiva' },
  resolution: { en: 'Resolution', es: 'Resolución' },
  chamber_rule: { en: 'Chamber rule', es: 'Regla de una cámara' },
  ordinance: { en: 'Ordinance', es: 'Ordenanza' },
  ballot_measure: { en: 'Ballot measure', es: 'Medida electoral' },
  statute: { en: 'Statute', es: 'Ley' },
  constitution: { en: 'Constitution', es: 'Constitución' },
  court_decision: { en: 'Court decision', es: 'Decisión judicial' },
  settlement: { en: 'Settlement', es: 'Acuerdo judicial' },
  attorney_general_opinion: { en: 'Attorney general opinion', es: 'Opinión de la fiscalía general' },
  attorney_general_directive: {
    en: 'Attorney general directive or guidance',
    es: 'Directriz o guía de la fiscalía general',
  },
  memorandum_of_understanding: { en: 'Memorandum of understanding', es: 'Memorando de entendimiento' },
  agreement: { en: 'Agreement', es: 'Acuerdo' },
  litigation: { en: 'Lawsuit', es: 'Demanda' },
  budget: { en: 'Budget', es: 'Presupuesto' },
  bill: { en: 'Bill (not law)', es: 'Proyecto de ley (no es ley)' },
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
  filed: { en: 'Filed', es: 'Presentada' },
  proposed: { en: 'Proposed', es: 'Propuesta' },
  announced: { en: 'Announced', es: 'Anunciada' },
  passed: { en: 'Passed', es: 'Aprobada en votación' },
  vetoed: { en: 'Vetoed', es: 'Vetada' },
  veto_overridden: { en: 'Veto overridden', es: 'Veto anulado' },
  signed: { en: 'Signed', es: 'Firmada' },
  became_law: { en: 'Became law without signature', es: 'Convertida en ley sin firma' },
  adopted: { en: 'Adopted', es: 'Aprobada' },
  in_effect: { en: 'In effect', es: 'En vigor' },
  reaffirmed: { en: 'Reaffirmed', es: 'Reafirmada' },
  amended: { en: 'Amended', es: 'Modificada' },
  listed: { en: 'Listed', es: 'Figura en una lista' },
  decided: { en: 'Decided', es: 'Resuelta' },
  upheld: { en: 'Upheld in court', es: 'Confirmada por un tribunal' },
  struck_down: { en: 'Struck down in court', es: 'Anulada por un tribunal' },
  enjoined: { en: 'Blocked in court', es: 'Bloqueada por un tribunal' },
  enjoined_in_part: { en: 'Blocked in part in court', es: 'Bloqueada en parte por un tribunal' },
  stayed: { en: 'Court block put on hold', es: 'Bloqueo judicial en suspenso' },
  settled: { en: 'Settled', es: 'Resuelta por acuerdo' },
  superseded: { en: 'Superseded', es: 'Reemplazada' },
  rescinded: { en: 'Rescinded', es: 'Revocada' },
  expired: { en: 'Expired', es: 'Vencida' },
  died: { en: 'Died', es: 'Archivada sin aprobarse' },
  reported: { en: 'Reported', es: 'Se informó' },
} as const satisfies Record<string, Term>
export const Status = codeOf(STATUS)
export type Status = keyof typeof STATUS

/** The basis of a stance, strongest first. */
export const BASIS = {
  instrument: { en: 'A written instrument', es: 'Un instrumento escrito' },
  declared_practice: { en: 'A declared practice', es: 'Una práctica declarada' },
  statement: { en: 'A statement only', es: 'Solo una declaración' },
} as const satisfies Record<string, Term>
export const Basis = codeOf(BASIS)

/** Bases of earlier versions. Addresses with them lead to the new ones. */
export const RENAMED_BASES = { written_instrument: 'instrument' } as const

/** The basis of a stance's beginning. */
export const FROM_BASIS = {
  signed: { en: 'Day of signing', es: 'Día de la firma' },
  in_effect: { en: 'Day it took effect', es: 'Día de entrada en vigor' },
  first_seen: { en: 'First seen', es: 'Primera constancia' },
} as const satisfies Record<string, Term>
export const FromBasis = codeOf(FROM_BASIS)

/** The basis of “as of”: the day of the source, or that of the research if the source has none. */
export const AS_OF_BASIS = {
  source: { en: 'Day of the source', es: 'Día de la fuente' },
  read_on: { en: 'As read on', es: 'Según se leyó el' },
} as const satisfies Record<string, Term>
export const AsOfBasis = codeOf(AS_OF_BASIS)

export const SETTING = {
  school: { en: 'Schools', es: 'Escuelas' },
  university: { en: 'Universities', es: 'Universidades' },
  child_care: { en: 'Child care', es: 'Guarderías' },
  court: { en: 'Courts', es: 'Tribunales' },
  hospital: { en: 'Hospitals', es: 'Hospitales' },
  worship: { en: 'Places of worship', es: 'Lugares de culto' },
  detention_facility: { en: 'Detention facilities', es: 'Centros de detención' },
  public_property: { en: 'Local property', es: 'Bienes locales' },
  state_property: { en: 'State property', es: 'Bienes del estado' },
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
