import { cardReader } from '@/lib/platform/lists/read-cards'
import type { RecordBase } from '@/lib/platform/publishing/record-type'
import type { RecordTypeDefinition } from './define-record-type'

/** Reads the cards of a record type in its default order. */
export const recordReader = <R extends RecordBase>({
  name,
  table,
  sorts,
}: Pick<RecordTypeDefinition<string, unknown, R>, 'name' | 'table' | 'sorts' | 'record'>) =>
  cardReader<R>({ type: name, table, order: Object.values(sorts)[0]! })
