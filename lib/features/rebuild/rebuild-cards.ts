import { createHash } from 'node:crypto'
import { z } from 'zod'
import { command } from '@/lib/platform/commands/command'
import { SYSTEM } from '@/lib/platform/commands/permissions'
import { identifier, sql } from '@/lib/platform/database/sql'
import { writeCardsOf } from '@/lib/platform/publishing/cards'
import type { AnyRecordType } from '@/lib/platform/publishing/record-type'
import { RECORD_TYPES, RECORD_TYPE_NAMES, type RecordTypeName } from '@/lib/records/registry'
import * as bodies from '@/lib/vocabularies/bodies'
import * as fidelity from '@/lib/vocabularies/fidelity'
import * as instruments from '@/lib/vocabularies/instruments'
import * as stances from '@/lib/vocabularies/stances'
import * as topics from '@/lib/vocabularies/topics'

/** Raise it when code changes what a card or a search vector holds and neither a schema nor a label changes with it. */
const FORMAT = 1

/** Cards per transaction. */
const BATCH = 500

/** The shape of cards and search vectors: it changes with every record schema and every label that is searched. */
export const cardFormat = (): string => {
  const schemas = Object.values(RECORD_TYPES).map(({ name, record }) => [
    name,
    z.toJSONSchema(record, { unrepresentable: 'any' }),
  ])
  const labels = [bodies, fidelity, instruments, stances, topics]
  return createHash('sha256')
    .update(JSON.stringify([FORMAT, schemas, labels]))
    .digest('hex')
}

/** Writes the cards, search vectors and derived columns of some records again. Their versions stay as they are. */
const rebuildBatch = command({
  name: 'cards.rebuild',
  permission: 'place:import',
  input: z.strictObject({ type: z.enum(RECORD_TYPE_NAMES), ids: z.array(z.string()).min(1).max(BATCH) }),
  run: ({ tx, input: { type, ids } }) =>
    writeCardsOf(
      tx,
      RECORD_TYPES,
      ids.map((id) => ({ type, id })),
    ),
  detail: () => null,
})

const finishRebuild = command({
  name: 'cards.format',
  permission: 'place:import',
  input: z.strictObject({ format: z.string(), records: z.int() }),
  run: async () => {},
  detail: (input) => input,
})

type Progress = (done: number, total: number) => void

/**
 * Brings cards and search vectors to this version's format. Run it after a migration, before requests are served.
 * Returns the number of records that were written; 0 if the format is the same. A run that was interrupted begins again.
 */
export async function rebuildCards(onProgress: Progress = () => {}): Promise<number> {
  const format = cardFormat()
  const [last] = await sql`
    SELECT detail ->> 'format' AS format FROM change WHERE command = 'cards.format' ORDER BY id DESC LIMIT 1`.rows<{
    format: string
  }>()
  if (last?.format === format) return 0
  const counts = await Promise.all(RECORD_TYPE_NAMES.map(countOf))
  const total = counts.reduce((sum, count) => sum + count, 0)
  let records = 0
  for (const type of RECORD_TYPE_NAMES)
    for (let after: string | undefined = ''; after !== undefined;) {
      const ids = await idsAfter(type, after)
      if (ids.length) await rebuildBatch(SYSTEM, { type, ids })
      onProgress((records += ids.length), total)
      after = ids.at(-1)
    }
  await finishRebuild(SYSTEM, { format, records })
  return records
}

const table = (type: RecordTypeName) => identifier((RECORD_TYPES[type] as AnyRecordType).table)

const countOf = async (type: RecordTypeName): Promise<number> => {
  const [found] = await sql`SELECT count(*)::int AS count FROM ${table(type)}`.rows<{ count: number }>()
  return found!.count
}

const idsAfter = async (type: RecordTypeName, after: string): Promise<string[]> => {
  const rows = await sql`SELECT id FROM ${table(type)} WHERE id > ${after} ORDER BY id LIMIT ${BATCH}`.rows<{
    id: string
  }>()
  return rows.map(({ id }) => id)
}
