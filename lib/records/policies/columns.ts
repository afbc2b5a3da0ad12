import { joinCellValues } from '@/lib/platform/files/columns'
import { columnsOf, noteColumns, sourceColumns } from '@/lib/records/shared/columns'
import { type FlatColumn, dateColumns } from '@/lib/records/shared/flatten'
import { STATUS } from '@/lib/vocabularies/instruments'
import { TOPIC } from '@/lib/vocabularies/topics'
import { eventInForce } from '@/lib/records/shared/status-in-force'
import { Policy, type Policy as Record } from './schema'

const inForce = ({ events }: Record) => eventInForce(events)!

const events: FlatColumn<Record>[] = [
  {
    name: 'status',
    type: 'string',
    label: { en: 'Status', es: 'Estado' },
    vocabulary: STATUS,
    value: (record) => inForce(record).status,
  },
  ...dateColumns<Record>(
    { name: 'status_date', label: { en: 'Date of the status', es: 'Fecha del estado' } },
    (record) => inForce(record).date,
  ),
  {
    name: 'status_history',
    type: 'list',
    label: { en: 'Status over time', es: 'Estado a lo largo del tiempo' },
    about: { en: 'Each as “status: date in EDTF”.', es: 'Cada uno como «estado: fecha en EDTF».' },
    vocabulary: STATUS,
    value: ({ events }) => joinCellValues(events.map((one) => `${one.status}: ${one.date?.edtf ?? ''}`.trim())),
  },
]

const provisions: FlatColumn<Record>[] = [
  {
    name: 'topics',
    type: 'list',
    label: { en: 'Topics', es: 'Temas' },
    vocabulary: TOPIC,
    value: ({ provisions }) => joinCellValues([...new Set(provisions.map((one) => one.topic))]),
  },
  ...(['en', 'es'] as const).map((lang): FlatColumn<Record> => ({
    name: `provisions_${lang}`,
    type: 'string',
    label: {
      en: `Provisions, ${lang === 'en' ? 'English' : 'Spanish'}`,
      es: `Disposiciones, en ${lang === 'en' ? 'inglés' : 'español'}`,
    },
    value: ({ provisions }) =>
      joinCellValues(
        provisions.map((one) => one.text[lang]),
        '\n',
      ),
  })),
]

export const policyColumns = columnsOf<Record>(Policy, {
  events,
  provisions,
  notes: noteColumns(({ notes }) => notes),
  citations: sourceColumns(({ citations, events }) => [...citations, ...events.map((one) => one.citation)]),
})
