import { sql } from '@/lib/platform/database/sql'
import { collection } from '@/lib/platform/lists/collection'
import { recordReader } from '@/lib/records/record-reader'
import { labels } from '.'
import type { Label } from './schema'
import type { labelFilters } from './filters'

const read = recordReader(labels)

export const labelCollection = collection<Label, typeof labelFilters.filters>(labels)

export const lookUpLabel = read.lookUp

export const labelsAt = (placeId: string) => read.where(sql`jurisdiction_id = ${placeId}`)
