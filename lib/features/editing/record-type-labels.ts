import type { LocalizedText } from '@/lib/platform/i18n/locale'
import type { RecordTypeName } from '@/lib/records/paths'

/** What an editor can begin, most used first, and what each is. */
export const RECORD_TYPE_LABELS: Record<RecordTypeName, { name: LocalizedText; about: LocalizedText }> = {
  statements: {
    name: { en: 'Statement', es: 'Declaración' },
    about: {
      en: 'What an official or a body said, in which words, and where they are printed.',
      es: 'Qué dijo una autoridad o un organismo, con qué palabras y dónde figuran.',
    },
  },
  policies: {
    name: { en: 'Policy', es: 'Política' },
    about: {
      en: 'What a body did: an ordinance, an order, an agreement, a lawsuit.',
      es: 'Qué hizo un organismo: una ordenanza, una orden, un acuerdo, una demanda.',
    },
  },
  stances: {
    name: { en: 'Stance', es: 'Postura' },
    about: {
      en: 'The coded conduct of a body on one topic, and what it rests on.',
      es: 'La conducta codificada de un organismo en un tema, y en qué se basa.',
    },
  },
  sources: {
    name: { en: 'Source', es: 'Fuente' },
    about: {
      en: 'A document that entries rest on. Easier: start from its link or text.',
      es: 'Un documento en que se basan las entradas. Más fácil: empezar con su enlace o texto.',
    },
  },
  officials: {
    name: { en: 'Official', es: 'Funcionario' },
    about: { en: 'A person in public office, with dated roles.', es: 'Una persona en un cargo público, con fechas.' },
  },
  organizations: {
    name: { en: 'Organization', es: 'Organización' },
    about: {
      en: 'A public body: a police department, a school district, a governor’s office.',
      es: 'Un organismo público: una policía, un distrito escolar, una oficina del gobernador.',
    },
  },
  'federal-actions': {
    name: { en: 'Federal action', es: 'Medida federal' },
    about: {
      en: 'What is being answered: an order, a memo, a law, an operation.',
      es: 'A qué se responde: una orden, un memorando, una ley, un operativo.',
    },
  },
  labels: {
    name: { en: 'Label', es: 'Etiqueta' },
    about: { en: 'A quoted designation, with who gave it.', es: 'Una designación citada, con quien la dio.' },
  },
  jurisdictions: {
    name: { en: 'Jurisdiction', es: 'Jurisdicción' },
    about: {
      en: 'A place that is not in the registers, such as a school district.',
      es: 'Un lugar que no está en los registros, como un distrito escolar.',
    },
  },
}
