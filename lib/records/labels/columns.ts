import { columnsOf, sourceColumns } from '@/lib/records/shared/columns'
import { Label, type Label as Record } from './schema'

export const labelColumns = columnsOf<Record>(Label, { citations: sourceColumns(({ citations }) => citations) })
