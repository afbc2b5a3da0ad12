import { columnsOf } from '../exports/columns'
import { Jurisdiction, type Jurisdiction as Record } from './definition'

export const jurisdictionColumns = columnsOf<Record>(Jurisdiction)
