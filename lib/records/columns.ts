import type { RecordBase } from '@/lib/platform/publishing/record-type'
import type { FlatColumn } from '@/lib/records/shared/flatten'
import type { AnyRegistry } from './create-registry'
import { RECORD_TYPES } from './registry'

/** The columns of any record type, for exports and the data dictionary. */
export const columnsFor = (type: string, registry: AnyRegistry = RECORD_TYPES): readonly FlatColumn<RecordBase>[] =>
  registry[type]!.columns
