import { columnsOf, sourceColumns } from '../exports/columns'
import { Label, type Label as Record } from './definition'

export const labelColumns = columnsOf<Record>(Label, { citations: sourceColumns(({ citations }) => citations) })
