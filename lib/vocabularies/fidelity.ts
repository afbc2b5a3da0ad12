import { codeOf, type Term } from '@/lib/platform/i18n/vocabulary'

/** The fidelity of a citation's wording to the original words, best first. */
export const FIDELITY = {
  official_text: {
    en: 'Official text',
    es: 'Texto oficial',
    about: {
      en: 'The words stand in the body’s own published document.',
      es: 'Las palabras figuran en un documento publicado por el propio organismo.',
    },
  },
  reported_verbatim: {
    en: 'Reported word for word',
    es: 'Citado palabra por palabra',
    about: {
      en: 'A news outlet prints the words as a direct quotation, and nothing read elsewhere contradicts it.',
      es: 'Un medio publica las palabras como cita directa y nada de lo leído lo contradice.',
    },
  },
  fragment: {
    en: 'Fragment',
    es: 'Fragmento',
    about: {
      en: 'A few quoted words, or a sentence that the source cut.',
      es: 'Unas pocas palabras citadas, o una frase recortada por la fuente.',
    },
  },
  paraphrase: {
    en: 'Paraphrase',
    es: 'Paráfrasis',
    about: {
      en: 'The source tells in its own words what was said; there is no quotation.',
      es: 'La fuente cuenta con sus propias palabras lo que se dijo; no hay cita.',
    },
  },
  altered_copy: {
    en: 'Altered copy',
    es: 'Copia alterada',
    about: {
      en: 'The source prints quotation marks, but an original was read and its words are different.',
      es: 'La fuente usa comillas, pero se leyó un original y sus palabras son distintas.',
    },
  },
  unverified: {
    en: 'Not verified',
    es: 'Sin verificar',
    about: {
      en: 'The source prints quotation marks; no original or second independent report has been read.',
      es: 'La fuente usa comillas; no se ha leído el original ni otra fuente independiente.',
    },
  },
} as const satisfies Record<string, Term>
export const Fidelity = codeOf(FIDELITY)
export type Fidelity = keyof typeof FIDELITY

/** The grade of the words that a code rests on, best first. */
export const EVIDENCE_GRADE = {
  official_text: {
    en: 'Official text',
    es: 'Texto oficial',
    about: {
      en: 'The body’s own document has the words.',
      es: 'El documento del propio organismo contiene las palabras.',
    },
  },
  official_copy: {
    en: 'Official text in another’s copy',
    es: 'Texto oficial en copia ajena',
    about: {
      en: 'Somebody else prints the words of the official document.',
      es: 'Otra publicación reproduce las palabras del documento oficial.',
    },
  },
  reported: {
    en: 'Reported',
    es: 'Según un medio',
    about: { en: 'A source quotes the words.', es: 'Una fuente cita las palabras.' },
  },
  paraphrase: {
    en: 'Paraphrase only',
    es: 'Solo paráfrasis',
    about: {
      en: 'A source tells in its own words what the rule or the body says.',
      es: 'Una fuente cuenta con sus propias palabras lo que dice la norma o el organismo.',
    },
  },
} as const satisfies Record<string, Term>
export const EvidenceGrade = codeOf(EVIDENCE_GRADE)
export type EvidenceGrade = keyof typeof EVIDENCE_GRADE

/** The grade of a citation: its fidelity, and whether the source is the official document itself. */
export const evidenceGrade = (citation: { fidelity: Fidelity; source: { kind: string } }): EvidenceGrade => {
  if (citation.fidelity === 'paraphrase') return 'paraphrase'
  if (citation.fidelity !== 'official_text') return 'reported'
  return /^official_|^dataset$/.test(citation.source.kind) ? 'official_text' : 'official_copy'
}

/** The result of searching for a citation's words in the text of its source. */
export const FOUND = {
  found: { en: 'Found in the source', es: 'Encontrado en la fuente' },
  not_found: { en: 'Not found in the source', es: 'No encontrado en la fuente' },
  not_checked: { en: 'Not checked against the source', es: 'Sin comprobar en la fuente' },
} as const satisfies Record<string, Term>
export const Found = codeOf(FOUND)

export const SOURCE_KIND = {
  official_document: { en: 'Official document', es: 'Documento oficial' },
  official_statement: { en: 'Official statement', es: 'Declaración oficial' },
  local_news: { en: 'Local news', es: 'Noticia local' },
  national_news: { en: 'National news', es: 'Noticia nacional' },
  advocacy: { en: 'Advocacy', es: 'Organización de defensa de una causa' },
  aggregator: { en: 'Aggregator or derivative', es: 'Agregador o derivado' },
  academic: { en: 'Academic', es: 'Académica' },
  social_media: { en: 'Social media', es: 'Redes sociales' },
  dataset: { en: 'Dataset', es: 'Conjunto de datos' },
} as const satisfies Record<string, Term>
export const SourceKind = codeOf(SOURCE_KIND)

export const LINEAGE = {
  rewrite_of: {
    en: 'Rewrite of',
    es: 'Reescritura de',
    about: {
      en: 'The same story in other words; it corroborates nothing on its own.',
      es: 'La misma nota con otras palabras; por sí sola no corrobora nada.',
    },
  },
  reprint_of: {
    en: 'Reprint of',
    es: 'Reproducción de',
    about: {
      en: 'The same text in another place; it corroborates nothing on its own.',
      es: 'El mismo texto en otro lugar; por sí solo no corrobora nada.',
    },
  },
} as const satisfies Record<string, Term>
export const Lineage = codeOf(LINEAGE)

export const LEAD_KIND = {
  aggregate_mention: {
    en: 'Aggregate mention',
    es: 'Mención conjunta',
    about: {
      en: 'Several places named together, without a person, a quotation or a document.',
      es: 'Varios lugares nombrados juntos, sin persona, cita ni documento.',
    },
  },
  context_statistic: { en: 'Context figure', es: 'Cifra de contexto' },
} as const satisfies Record<string, Term>
export const LeadKind = codeOf(LEAD_KIND)

/** The kinds of notes to readers about an entry. */
export const NOTE_KIND = {
  wrong_title: { en: 'The source prints another title', es: 'La fuente indica otro cargo' },
  wrong_name: { en: 'The source misspells a name', es: 'La fuente escribe mal un nombre' },
  wrong_level: { en: 'The source names another level of government', es: 'La fuente indica otro nivel de gobierno' },
  not_the_speaker: { en: 'Words of somebody else', es: 'Palabras de otra persona' },
  disputed: { en: 'Sources disagree', es: 'Las fuentes no coinciden' },
  date: { en: 'About the date', es: 'Sobre la fecha' },
  unverified: { en: 'Not verified', es: 'Sin verificar' },
  later: { en: 'What happened later', es: 'Qué pasó después' },
  context: { en: 'Context', es: 'Contexto' },
} as const satisfies Record<string, Term>
export const NoteKind = codeOf(NOTE_KIND)
