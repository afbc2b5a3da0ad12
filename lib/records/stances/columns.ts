import { columnsOf, sourceColumns } from '@/lib/records/shared/columns'
import { Stance, type Stance as Record } from './schema'

export const stanceColumns = columnsOf<Record>(Stance, { citations: sourceColumns(({ citations }) => citations) })
