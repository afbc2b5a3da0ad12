import { sql } from '@/lib/platform/database/sql'
import { collection } from '@/lib/platform/lists/collection'
import { recordReader } from '@/lib/records/record-reader'
import { sources } from '.'
import type { Source } from './schema'
import type { sourceFilters } from './filters'

const read = recordReader(sources)

export const sourceCollection = collection<Source, typeof sourceFilters.filters>(sources)

export const lookUpSource = read.lookUp

/** Sources that rewrite or reprint this one. */
export const copiesOf = (sourceId: string) =>
  read.where(sql`id IN (SELECT source_id FROM source_lineage WHERE original_id = ${sourceId})`)
