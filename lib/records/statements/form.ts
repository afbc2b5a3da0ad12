import { type FormSectionLayout, notesSection } from '@/lib/records/shared/form-sections'

/** Sections in writing order: from the source's quote to its interpretation. */
export const statementForm: readonly FormSectionLayout[] = [
  { title: { en: 'Who speaks, and where', es: 'Quién habla y dónde' }, fields: ['speakers', 'placeIds'] },
  {
    title: { en: 'The words', es: 'Las palabras' },
    about: {
      en: 'Each wording with the source that prints it. Exactly one is preferred.',
      es: 'Cada redacción con la fuente que la publica. Se prefiere exactamente una.',
    },
    fields: ['variants'],
  },
  { title: { en: 'When and how', es: 'Cuándo y cómo' }, fields: ['date', 'kind', 'channel'] },
  {
    title: { en: 'What it says', es: 'Qué dice' },
    about: {
      en: 'In neutral words of our own; a source’s verbs stay inside its quotation marks.',
      es: 'Con palabras neutrales propias; los verbos de una fuente quedan entre sus comillas.',
    },
    fields: ['summary', 'topics', 'positions', 'rationales', 'answersIds'],
  },
  {
    ...notesSection,
    title: { en: 'Other sources and notes', es: 'Otras fuentes y notas' },
    fields: ['citations', 'notes'],
  },
]
