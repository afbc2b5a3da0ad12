import { codeOf, type Term } from '@/lib/platform/i18n/vocabulary'

/** The place on a five-place scale (1 to 5), or none for the values off the scale. Two places hold two codes each. */
type Value = Term & { readonly step: 1 | 2 | 3 | 4 | 5 | null; readonly second?: true }

const special = {
  none_found: {
    en: 'No policy found',
    es: 'No se halló ninguna política',
    step: null,
    about: {
      en: 'Someone looked on a named day, in named sources, and found no rule, practice or statement.',
      es: 'Alguien buscó en una fecha y en fuentes indicadas y no encontró norma, práctica ni declaración.',
    },
  },
  unclear: {
    en: 'Unclear from the record',
    es: 'No queda claro en el registro',
    step: null,
    about: {
      en: 'There is a text on this topic, and it does not settle what the body does.',
      es: 'Hay un texto sobre este tema que no resuelve qué hace el organismo.',
    },
  },
  not_reviewed: {
    en: 'Not yet reviewed',
    es: 'Aún sin revisar',
    step: null,
    about: {
      en: 'Nobody has reviewed this topic yet. It says nothing about the place.',
      es: 'Nadie ha revisado este tema todavía. No dice nada sobre el lugar.',
    },
  },
} as const satisfies Record<string, Value>

/** Axis A: what a public body does, or has declared that it does, on one operational topic. */
export const COOPERATION = {
  must_not_cooperate: {
    en: 'Must not cooperate',
    es: 'Tiene prohibido cooperar',
    step: 1,
    about: { en: 'A rule forbids it; exceptions are listed.', es: 'Una norma lo prohíbe; se listan las excepciones.' },
  },
  will_not_cooperate: {
    en: 'Will not cooperate',
    es: 'No cooperará',
    step: 2,
    about: { en: 'It declares or practices that it does not.', es: 'Declara o practica que no lo hace.' },
  },
  some_cases: {
    en: 'In some cases',
    es: 'En algunos casos',
    step: 3,
    about: {
      en: 'On a civil request, for listed people or with consent; the cases are listed.',
      es: 'Ante una petición civil, para personas determinadas o con consentimiento; se listan los casos.',
    },
  },
  may_cooperate: {
    en: 'May cooperate',
    es: 'Puede cooperar',
    step: 3,
    second: true,
    about: {
      en: 'The text allows it and requires nothing, perhaps on conditions; who decides is said.',
      es: 'El texto lo permite y no exige nada, quizá con condiciones; se indica quién decide.',
    },
  },
  limits_forbidden: {
    en: 'Limits forbidden',
    es: 'Prohibido limitar',
    step: 4,
    second: true,
    about: {
      en: 'A rule forbids bodies to limit or prohibit it; nobody is ordered to act.',
      es: 'Una norma prohíbe a los organismos limitarlo o prohibirlo; a nadie se le ordena actuar.',
    },
  },
  will_cooperate: {
    en: 'Will cooperate',
    es: 'Cooperará',
    step: 4,
    about: {
      en: 'It chooses to (a voluntary agreement is this), or has declared that it will.',
      es: 'Elige hacerlo (un acuerdo voluntario es esto) o ha declarado que lo hará.',
    },
  },
  must_cooperate: {
    en: 'Must cooperate',
    es: 'Está obligado a cooperar',
    step: 5,
    about: {
      en: 'A rule orders the body to do it, to try, to ask or to apply.',
      es: 'Una norma ordena al organismo hacerlo, intentarlo, pedirlo o solicitarlo.',
    },
  },
  ...special,
} as const satisfies Record<string, Value>

/** The services axis: whether a body serves residents regardless of immigration status. */
export const SERVICES = {
  provides: {
    en: 'Provides',
    es: 'Presta el servicio',
    step: null,
    about: {
      en: 'It serves people regardless of immigration status.',
      es: 'Atiende a las personas sin importar su situación migratoria.',
    },
  },
  provides_some: {
    en: 'Provides in some cases',
    es: 'Lo presta en algunos casos',
    step: null,
    about: { en: 'In stated cases only; the cases are listed.', es: 'Solo en casos determinados, que se listan.' },
  },
  restricts: {
    en: 'Restricts',
    es: 'Lo restringe',
    step: null,
    about: {
      en: 'It limits the service by immigration status.',
      es: 'Limita el servicio según la situación migratoria.',
    },
  },
  ...special,
} as const satisfies Record<string, Value>

export const STANCE_VALUE = { ...COOPERATION, ...SERVICES } as const
export const StanceValue = codeOf(STANCE_VALUE)
export type StanceValue = keyof typeof STANCE_VALUE

/** True for the second of two codes that share a place of the scale. It has a figure of its own. */
export const isSecond = (value: StanceValue): boolean => 'second' in STANCE_VALUE[value]

/** Codes of earlier versions. Addresses with them lead to the new ones. */
export const RENAMED_STANCE_VALUES: Readonly<Record<string, StanceValue>> = {
  must_not_assist: 'must_not_cooperate',
  will_not_assist: 'will_not_cooperate',
  assists_some: 'some_cases',
  will_assist: 'will_cooperate',
  must_assist: 'must_cooperate',
  not_coded: 'not_reviewed',
}

/** The bodies that a code is about. */
export const BOUND = {
  state_agencies: { en: 'State agencies', es: 'Agencias estatales' },
  state_police: { en: 'State police', es: 'Policía estatal' },
  national_guard: { en: 'National Guard', es: 'Guardia Nacional' },
  local_police: { en: 'Local police', es: 'Policía local' },
  sheriffs_jails: { en: 'Sheriffs and jails', es: 'Sheriffs y cárceles' },
  corrections: { en: 'Corrections', es: 'Sistema penitenciario' },
  probation: { en: 'Probation', es: 'Libertad condicional' },
  prosecutors: { en: 'Prosecutors', es: 'Fiscalías' },
  courts: { en: 'Courts', es: 'Tribunales' },
  schools: { en: 'Schools', es: 'Escuelas' },
  universities: { en: 'Universities', es: 'Universidades' },
  health_facilities: { en: 'Health facilities', es: 'Centros de salud' },
  all_local_governments: { en: 'All local governments', es: 'Todos los gobiernos locales' },
  all_public_bodies: { en: 'All public bodies', es: 'Todos los organismos públicos' },
  contractors: { en: 'Contractors', es: 'Contratistas' },
} as const satisfies Record<string, Term>
export const Bound = codeOf(BOUND)
export type Bound = keyof typeof BOUND

/** The duty that the words put on the bodies. */
export const DUTY = {
  do: { en: 'Do it', es: 'Hacerlo' },
  best_effort: { en: 'Try to do it', es: 'Intentar hacerlo' },
  must_apply: { en: 'Apply or ask for it', es: 'Solicitarlo o pedirlo' },
  must_have_policy: { en: 'Have a policy on it', es: 'Tener una política al respecto' },
  may: { en: 'May do it', es: 'Puede hacerlo' },
  may_not_limit: { en: 'May not limit it', es: 'No puede limitarlo' },
  may_not: { en: 'May not do it', es: 'No puede hacerlo' },
} as const satisfies Record<string, Term>
export const Duty = codeOf(DUTY)
export type Duty = keyof typeof DUTY

const ORDERED: readonly Duty[] = ['do', 'best_effort', 'must_apply', 'must_have_policy']

/** The duties that a code can go with. A code that is missing here goes with none. */
export const DUTIES: Partial<Record<StanceValue, readonly Duty[]>> = {
  must_not_cooperate: ['may_not'],
  some_cases: [...ORDERED, 'may', 'may_not'],
  may_cooperate: ['may'],
  limits_forbidden: ['may_not_limit'],
  will_cooperate: ['may'],
  must_cooperate: ORDERED,
  provides: [...ORDERED, 'may'],
  provides_some: [...ORDERED, 'may'],
  restricts: ['may_not', 'may'],
}

/** The ways in which a code is made. An editor's confirmation replaces the last. */
export const CODING = {
  editor: {
    en: 'Coded by an editor',
    es: 'Codificada por un editor',
    about: { en: 'One editor read the words and coded them.', es: 'Un editor leyó las palabras y las codificó.' },
  },
  two_editors: {
    en: 'Coded by two editors, blind',
    es: 'Codificada por dos editores, a ciegas',
    about: {
      en: 'Two editors coded the words, each without knowing the other’s code, and agreed or settled it with a reason.',
      es: 'Dos editores codificaron las palabras sin conocer el código del otro y coincidieron, o lo resolvieron con un motivo.',
    },
  },
  two_passes: {
    en: 'Two automated passes agreed; no editor has confirmed it',
    es: 'Dos lecturas automáticas coincidieron; ningún editor la ha confirmado',
    about: {
      en: 'A language model coded the words twice, blind, with the same result. No person has reviewed it yet.',
      es: 'Un modelo de lenguaje codificó las palabras dos veces, a ciegas, con el mismo resultado. Ninguna persona lo ha revisado todavía.',
    },
  },
} as const satisfies Record<string, Term>
export const Coding = codeOf(CODING)
export type Coding = keyof typeof CODING
/** Axis B: a speaker's position on one federal action or subject. */
export const POSITION = {
  supports: { en: 'Supports', es: 'A favor' },
  supports_in_part: { en: 'Supports in part', es: 'A favor en parte' },
  no_position: { en: 'No position', es: 'Sin posición' },
  opposes_in_part: { en: 'Opposes in part', es: 'En contra en parte' },
  opposes: { en: 'Opposes', es: 'En contra' },
  unclear: { en: 'Unclear from the record', es: 'No queda claro en el registro' },
  not_coded: { en: 'Not yet coded', es: 'Aún sin codificar' },
} as const satisfies Record<string, Term>
export const Position = codeOf(POSITION)
export type Position = keyof typeof POSITION
