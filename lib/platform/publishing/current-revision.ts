import type { Transaction } from '@/lib/platform/database/write'
import { convertRevision } from './history-converters'
import type { RecordLink } from './record-type'

/** The newest revision of a record. */
export const currentRevision = async (tx: Transaction, { type, id }: RecordLink) =>
  convertRevision(await tx.revision.findFirst({ where: { type, recordId: id }, orderBy: { version: 'desc' } }))
