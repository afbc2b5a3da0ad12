import { codeOf, type Term } from '@/lib/platform/i18n/vocabulary'

/** A step on a five-step scale (1 to 5), or none for the three special values. */
type Value = Term & { readonly step: 1 | 2 | 3 | 4 | 5 | null }

const special = {
  none_found: {
    en: 'Looked, none found',
    es: 'Se buscó, no se encontró',
    step: null,
    about: {
      en: 'Someone looked on a named day and found no rule, practice or statement.',
      es: 'Alguien buscó en una fecha indicada y no encontró norma, práctica ni declaración.',
    },
  },
  unclear: {
    en: 'Text does not settle it',
    es: 'El texto no lo resuelve',
    step: null,
    about: {
      en: 'There is a text on this topic, and it can be read in more than one way.',
      es: 'Hay un texto sobre este tema que puede leerse de más de una manera.',
    },
  },
  not_coded: {
    en: 'Not yet coded',
    es: 'Aún sin codificar',
    step: null,
    about: {
      en: 'Nobody has coded this topic yet. It says nothing about the place.',
      es: 'Nadie ha codificado este tema todavía. No dice nada sobre el lugar.',
    },
  },
} as const satisfies Record<string, Value>

/** Axis A: what a government body does, or has declared that it does, on one operational topic. */
export const COOPERATION = {
  must_not_assist: {
    en: 'Must not assist',
    es: 'Tiene prohibido colaborar',
    step: 1,
    about: { en: 'A rule forbids it; exceptions are listed.', es: 'Una norma lo prohíbe; se listan las excepciones.' },
  },
  will_not_assist: {
    en: 'Will not assist',
    es: 'No colabora',
    step: 2,
    about: { en: 'It declares or practises that it does not.', es: 'Declara o practica que no lo hace.' },
  },
  assists_some: {
    en: 'Assists in some cases',
    es: 'Colabora en algunos casos',
    step: 3,
    about: { en: 'In stated cases only; the cases are listed.', es: 'Solo en casos determinados, que se listan.' },
  },
  will_assist: {
    en: 'Will assist',
    es: 'Colabora',
    step: 4,
    about: { en: 'It chooses to, or has declared that it will.', es: 'Elige hacerlo o ha declarado que lo hará.' },
  },
  must_assist: {
    en: 'Must assist',
    es: 'Está obligado a colaborar',
    step: 5,
    about: {
      en: 'A rule or agreement requires the body to do it.',
      es: 'Una norma o un acuerdo obliga al organismo a hacerlo.',
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

/** Axis B: a speaker's position on one federal action or subject. */
export const POSITION = {
  supports: { en: 'Supports', es: 'A favor' },
  supports_in_part: { en: 'Supports in part', es: 'A favor en parte' },
  no_position: { en: 'No position', es: 'Sin posición' },
  opposes_in_part: { en: 'Opposes in part', es: 'En contra en parte' },
  opposes: { en: 'Opposes', es: 'En contra' },
  unclear: { en: 'Text does not settle it', es: 'El texto no lo resuelve' },
  not_coded: { en: 'Not yet coded', es: 'Aún sin codificar' },
} as const satisfies Record<string, Term>
export const Position = codeOf(POSITION)
export type Position = keyof typeof POSITION
