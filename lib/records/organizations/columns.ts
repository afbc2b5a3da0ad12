import { columnsOf } from '@/lib/records/shared/columns'
import { Organization, type Organization as Record } from './schema'

export const organizationColumns = columnsOf<Record>(Organization)
