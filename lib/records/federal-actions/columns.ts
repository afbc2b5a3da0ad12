import { joinCellValues } from '@/lib/platform/files/columns'
import { columnsOf, noteColumns, sourceColumns } from '@/lib/records/shared/columns'
import type { FlatColumn } from '@/lib/records/shared/flatten'
import { STATUS } from '@/lib/vocabularies/instruments'
import { FederalAction, type FederalAction as Record } from './schema'

const events: FlatColumn<Record>[] = [
  {
    name: 'status_history',
    type: 'list',
    label: { en: 'Status over time', es: 'Estado a lo largo del tiempo' },
    about: { en: 'Each as “status: date in EDTF”.', es: 'Cada uno como «estado: fecha en EDTF».' },
    vocabulary: STATUS,
    value: ({ events }) => joinCellValues(events.map((one) => `${one.status}: ${one.date?.edtf ?? ''}`.trim())),
  },
]

export const federalActionColumns = columnsOf<Record>(FederalAction, {
  events,
  notes: noteColumns(({ notes }) => notes),
  citations: sourceColumns(({ citations, events }) => [...citations, ...events.map((one) => one.citation)]),
})
