import { columnsOf, sourceColumns } from '../exports/columns'
import { Stance, type Stance as Record } from './definition'

export const stanceColumns = columnsOf<Record>(Stance, { citations: sourceColumns(({ citations }) => citations) })
