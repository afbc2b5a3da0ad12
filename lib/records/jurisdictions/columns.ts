import { columnsOf } from '@/lib/records/shared/columns'
import { Jurisdiction, type Jurisdiction as Record } from './schema'

export const jurisdictionColumns = columnsOf<Record>(Jurisdiction)
