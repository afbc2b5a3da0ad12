import { columnsOf } from '../exports/columns'
import { Organization, type Organization as Record } from './definition'

export const organizationColumns = columnsOf<Record>(Organization)
