import { joinCellValues } from '@/lib/platform/files/columns'
import { columnsOf } from '@/lib/records/shared/columns'
import type { FlatColumn } from '@/lib/records/shared/flatten'
import { LINEAGE } from '@/lib/vocabularies/fidelity'
import { Source, type Source as Record } from './schema'

const lineage: FlatColumn<Record>[] = [
  {
    name: 'lineage',
    type: 'list',
    label: { en: 'Lineage', es: 'Procedencia' },
    about: {
      en: 'What it rewrites or reprints, as “kind: id of the source”.',
      es: 'Qué reescribe o reproduce, como «tipo: ID de la fuente».',
    },
    vocabulary: LINEAGE,
    value: ({ lineage }) => joinCellValues(lineage.map((one) => `${one.kind}: ${one.source.id}`)),
  },
]

const captures: FlatColumn<Record>[] = [
  {
    name: 'captures_sha256',
    type: 'list',
    label: { en: 'What was read, SHA-256', es: 'Lo que se leyó, SHA-256' },
    value: ({ captures }) => joinCellValues(captures.map((one) => one.sha256)),
  },
]

const leads: FlatColumn<Record>[] = [
  {
    name: 'leads',
    type: 'integer',
    label: { en: 'Number of leads', es: 'Número de pistas' },
    about: {
      en: 'Passages that are worth research and are not entries; the JSON has them in full.',
      es: 'Pasajes que merecen investigación y no son entradas; el JSON los contiene completos.',
    },
    value: ({ leads }) => leads.length,
  },
]

export const sourceRecordColumns = columnsOf<Record>(Source, { lineage, captures, leads })
