import type { Transaction } from '@/lib/platform/database/write'
import { identifier, sql } from '@/lib/platform/database/sql'
import { type AnyRecordType, type RecordLink, type RecordBase, type RecordTypes, recordKey } from './record-type'
import { recordPath } from '@/lib/platform/http/slug'

/** The columns of a record's row that its card repeats. */
export type CardBase = { id: string; path: string; version: number; publishedAt: Date; updatedAt: Date }

/** Rewrites the cards, addresses, search vectors and names of published records. Returns the cards. */
export async function writeCards(
  tx: Transaction,
  type: AnyRecordType,
  bases: readonly CardBase[],
): Promise<RecordBase[]> {
  const byId = new Map(bases.map((base) => [base.id, base]))
  const cards = (await type.read(tx, [...byId.keys()])).map((fields): RecordBase => {
    const base = byId.get(fields.id)!
    const title = type.title({ ...base, ...fields })
    return type.record.parse({
      ...fields,
      ...base,
      path: type.path ? base.path : recordPath(type.name, base.id, title),
      publishedAt: base.publishedAt.toISOString(),
      updatedAt: base.updatedAt.toISOString(),
    })
  })
  const rows = cards.map((card) => ({ path: card.path, card, ...searchTextOf(type, card) }))
  await tx.rows(sql`
    UPDATE ${identifier(type.table)} SET path = given.path, card = given.card, search = ${SEARCH_CONFIG_NAMES} || ${SEARCH_CONFIG_TEXTS}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS given (id text, path text, card jsonb, names text, en text, es text)
    WHERE ${identifier(type.table)}.id = given.id`)
  await writeNames(tx, type, cards)
  await type.derive?.(tx, cards)
  return cards
}

/** Joins texts so that no phrase search matches across two of them. */
export const joinLines = (texts: readonly string[]): string => texts.join(' \n ')

/** A record's search texts, as a row of `given` in the two expressions below. */
export const searchTextOf = (type: Pick<AnyRecordType, 'searchText'>, card: RecordBase) => {
  const { names, en, es } = type.searchText(card)
  return { id: card.id, names: joinLines(names), en: joinLines(en), es: joinLines(es) }
}
export const SEARCH_CONFIG_NAMES = sql`setweight(to_tsvector('record_name', given.names), 'A')`
export const SEARCH_CONFIG_TEXTS = sql`setweight(to_tsvector('record_en', given.en), 'B') || setweight(to_tsvector('record_es', given.es), 'B')`

async function writeNames(tx: Transaction, { name: type, names }: AnyRecordType, cards: readonly RecordBase[]) {
  if (!names) return
  const rows = cards.flatMap((card) => names(card).map((one, at) => ({ ...one, id: card.id, own: at === 0 })))
  await tx.rows(sql`
    WITH before AS (DELETE FROM name WHERE type = ${type} AND record_id = ANY(${cards.map(({ id }) => id)}))
    INSERT INTO name (type, record_id, name, folded, own, weight)
    SELECT ${type}, id, name, fold(name), own, weight
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS given (id text, name text, own boolean, weight int)`)
}

type OutgoingLinks = { from: RecordLink; to: readonly RecordLink[] }

/** Replaces the stored links of records. Returns what they linked to before. */
export const writeLinks = (tx: Transaction, named: readonly OutgoingLinks[]): Promise<RecordLink[]> => {
  const to = named.flatMap(({ from, to }) => to.map(({ type, id }) => [from.type, from.id, type, id]))
  return tx.rows<RecordLink>(sql`
    WITH writer AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(named.map(({ from }) => from))}::jsonb) AS one (type text, id text)
    ), named AS (
      SELECT DISTINCT one ->> 0 AS from_type, one ->> 1 AS from_id, one ->> 2 AS to_type, one ->> 3 AS to_id
      FROM jsonb_array_elements(${JSON.stringify(to)}::jsonb) AS one
    ), new AS (
      INSERT INTO reference (from_type, from_id, to_type, to_id) SELECT * FROM named ON CONFLICT DO NOTHING
    ), gone AS (
      DELETE FROM reference old USING writer
      WHERE old.from_type = writer.type AND old.from_id = writer.id AND NOT EXISTS (
        SELECT FROM named
        WHERE (named.from_type, named.from_id, named.to_type, named.to_id) = (old.from_type, old.from_id, old.to_type, old.to_id))
    )
    SELECT to_type AS type, to_id AS id FROM reference JOIN writer ON from_type = writer.type AND from_id = writer.id`)
}

/** Rewrites the cards of all records that show one of these, and of those that show them in turn. */
export async function writeDependents(
  tx: Transaction,
  types: RecordTypes,
  changed: readonly RecordLink[],
): Promise<void> {
  const seen = new Set(changed.map(recordKey))
  for (let wave = changed; wave.length > 0;) {
    const found = await tx.rows<RecordLink>(sql`
      SELECT DISTINCT from_type AS type, from_id AS id FROM reference
      JOIN jsonb_to_recordset(${JSON.stringify(wave)}::jsonb) AS shown (type text, id text)
        ON to_type = shown.type AND to_id = shown.id
      ORDER BY type, id`)
    wave = found.filter((one) => !seen.has(recordKey(one)))
    for (const one of wave) seen.add(recordKey(one))
    await writeCardsOf(tx, types, wave)
  }
}

/** Rewrites the cards of published records. */
export async function writeCardsOf(tx: Transaction, types: RecordTypes, links: readonly RecordLink[]): Promise<void> {
  for (const type of new Set(links.map((one) => one.type))) {
    const { table } = types[type]!
    const ids = links.flatMap((one) => (one.type === type ? one.id : []))
    const bases = await tx.rows<CardBase>(sql`
      SELECT id, path, version, published_at AS "publishedAt", updated_at AS "updatedAt"
      FROM ${identifier(table)} WHERE id = ANY(${ids})`)
    await writeCards(tx, types[type]!, bases)
  }
}
