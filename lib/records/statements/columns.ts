import type { InexactDate } from '@/lib/records/shared/inexact-date'
import { columnsOf, noteColumns, sourceColumns } from '@/lib/records/shared/columns'
import { type FlatColumn, dateColumns, placeColumns, refColumns } from '@/lib/records/shared/flatten'
import { PARTY } from '@/lib/vocabularies/bodies'
import { POSITION } from '@/lib/vocabularies/stances'
import { FIDELITY } from '@/lib/vocabularies/fidelity'
import { joinCellValues } from '@/lib/platform/files/columns'
import { joinPassages } from './passages-cell'
import { Statement, type Statement as Record, preferredVariant } from './schema'

/** Columns of the speakers with the role held that day, in the same order in every column. */
const speakers: FlatColumn<Record>[] = [
  ...refColumns<Record>({ name: 'speaker', label: { en: 'Speaker', es: 'Quién habla' } }, ({ speakers }) =>
    speakers.flatMap((one) => one.official ?? one.organization ?? []),
  ),
  ...(['en', 'es'] as const).map((lang): FlatColumn<Record> => ({
    name: `role_${lang}`,
    type: 'list',
    label: {
      en: `Role held that day, ${lang === 'en' ? 'English' : 'Spanish'}`,
      es: `Cargo de ese día, en ${lang === 'en' ? 'inglés' : 'español'}`,
    },
    value: ({ speakers }) => joinCellValues(speakers.map(({ role }) => role?.title[lang] ?? role?.title.en)),
  })),
  {
    name: 'party',
    type: 'list',
    label: { en: 'Party of the role held', es: 'Partido del cargo' },
    vocabulary: PARTY,
    value: ({ speakers }) => joinCellValues(speakers.map(({ role }) => role?.party)),
  },
  ...refColumns<Record>({ name: 'organization', label: { en: 'Organization', es: 'Organización' } }, ({ speakers }) =>
    speakers.flatMap((one) => one.organization ?? one.role?.organization ?? []),
  ),
  {
    name: 'speaker_as_printed',
    type: 'list',
    label: { en: 'Speaker as printed in the source', es: 'Quién habla, como figura en la fuente' },
    value: ({ speakers }) => joinCellValues(speakers.map((one) => one.asPrinted)),
  },
]

const wordings: FlatColumn<Record>[] = [
  {
    name: 'wording',
    type: 'string',
    label: { en: 'Preferred wording', es: 'Redacción preferida' },
    about: {
      en: 'The quoted words as the source prints them; each passage in its own quotation marks, one a line. Empty for a paraphrase.',
      es: 'Las palabras citadas como las publica la fuente; cada pasaje entre sus propias comillas, uno por línea. Vacío si es una paráfrasis.',
    },
    value: (record) => joinPassages(preferredVariant(record).passages),
  },
  {
    name: 'wording_fidelity',
    type: 'string',
    label: { en: 'Fidelity of the preferred wording', es: 'Fidelidad de la redacción preferida' },
    vocabulary: FIDELITY,
    value: (record) => preferredVariant(record).citation.fidelity,
  },
  {
    name: 'wordings',
    type: 'integer',
    label: { en: 'Number of wordings', es: 'Número de redacciones' },
    value: ({ variants }) => variants.length,
  },
]

const positions: FlatColumn<Record>[] = [
  {
    name: 'positions',
    type: 'list',
    label: { en: 'Positions', es: 'Posiciones' },
    about: {
      en: 'What the speaker says about each subject, as “subject: position”.',
      es: 'Lo que se dice sobre cada asunto, como «asunto: posición».',
    },
    vocabulary: POSITION,
    value: ({ positions }) => joinCellValues(positions.map((one) => `${one.topic}: ${one.position}`)),
  },
]

/** Citations, the preferred wording's first. */
const cited = (record: Record) => {
  const preferred = preferredVariant(record).citation
  return [preferred, ...record.variants.map((one) => one.citation), ...record.citations]
}

const date = dateColumns<Record>(
  { name: 'date', label: { en: 'Date', es: 'Fecha' } },
  (r): InexactDate | null => r.date,
)

export const statementColumns = columnsOf<Record>(Statement, {
  speakers,
  places: placeColumns({ name: 'place', label: { en: 'Place', es: 'Lugar' } }, ({ places }) => places),
  date,
  variants: wordings,
  positions,
  notes: noteColumns(({ notes }) => notes),
  citations: sourceColumns(cited),
})
