import { sql } from '@/lib/platform/database/sql'
import { collection } from '@/lib/platform/lists/collection'
import { recordReader } from '@/lib/records/record-reader'
import { federalActions } from '.'
import type { FederalAction } from './schema'
import type { federalActionFilters } from './filters'

const read = recordReader(federalActions)

export const federalActionCollection = collection<FederalAction, typeof federalActionFilters.filters>(federalActions)

export const lookUpFederalAction = read.lookUp

export const federalActionsCiting = (sourceId: string) =>
  read.where(sql`id IN (
    SELECT coalesce(c.federal_action_id, e.federal_action_id)
    FROM citation c LEFT JOIN federal_action_event e ON e.id = c.federal_action_event_id WHERE c.source_id = ${sourceId})`)
