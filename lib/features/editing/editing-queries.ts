import type { Lang } from '@/lib/platform/i18n/locale'
import { type Sql, identifier, sql } from '@/lib/platform/database/sql'
import type { RecordLink } from '@/lib/platform/publishing/record-type'
import { type RecordLabel, labelOfCard, labelOfDraft } from './labels'
import { RECORD_TYPES, isRecordTypeName } from '@/lib/records/registry'

/** A draft as the edit page needs it. */
export type Editing = {
  id: string
  type: string
  recordId: string
  title: string
  data: Record<string, unknown>
  saves: number
  state: 'editing' | 'in_review' | 'scheduled' | 'discarded'
  baseVersion: number
  /** The latest published version; 0 if there is none. */
  liveVersion: number
  /** The path of the published page. */
  livePath: string | null
  authorId: string
  author: string
  updatedBy: string | null
  updatedAt: Date
  /** Saves that were set aside. */
  asides: { id: string; by: string; at: Date }[]
  /** Other editors who saved in the last minutes. */
  others: string[]
}

const person = (id: Sql): Sql => sql`(SELECT name FROM admin_user WHERE admin_user.id = ${id})`

/** The draft for an editor; null if it does not exist. */
export async function draftToEdit(id: string, readerId: string): Promise<Editing | null> {
  const [draft] = await sql`
    SELECT id, type, record_id AS "recordId", title, data, saves, state, base_version AS "baseVersion",
      author_id AS "authorId", updated_at AS "updatedAt",
      coalesce(${person(sql`author_id`)}, author_id) AS author, ${person(sql`updated_by_id`)} AS "updatedBy",
      (SELECT coalesce(max(version), 0) FROM revision WHERE revision.type = draft.type
        AND revision.record_id = draft.record_id) AS "liveVersion",
      (SELECT card ->> 'path' FROM revision WHERE revision.type = draft.type AND revision.record_id = draft.record_id
        AND NOT EXISTS (SELECT FROM tombstone WHERE tombstone.type = draft.type AND tombstone.record_id = draft.record_id)
        ORDER BY version DESC LIMIT 1) AS "livePath"
    FROM draft WHERE id = ${id}`.rows<Omit<Editing, 'asides' | 'others'>>()
  if (!draft) return null
  const [asides, others] = await Promise.all([
    sql`SELECT id::text, coalesce(${person(sql`by_id`)}, by_id) AS by, at FROM draft_save
      WHERE draft_id = ${id} AND aside ORDER BY draft_save.id`.rows<Editing['asides'][number]>(),
    sql`SELECT DISTINCT ${person(sql`by_id`)} AS name FROM draft_save
      WHERE draft_id = ${id} AND by_id <> ${readerId} AND at > now() - interval '10 minutes'`.rows<{
      name: string | null
    }>(),
  ])
  return { ...draft, asides, others: others.flatMap((one) => one.name ?? []) }
}

const ID = /^[0-9a-z]{10}$/

/** Labels of records, published or drafts, by "record type/id". */
export async function recordNames(links: readonly RecordLink[], lang: Lang): Promise<Record<string, RecordLabel>> {
  const types = [...new Set(links.map(({ type }) => type))].filter(isRecordTypeName)
  const found = await Promise.all(
    types.map(async (type) => {
      const ids = [...new Set(links.flatMap((one) => (one.type === type && ID.test(one.id) ? [one.id] : [])))]
      const [cards, drafts] = await Promise.all([
        sql`SELECT id, card FROM ${identifier(RECORD_TYPES[type].table)} WHERE id = ANY(${ids})`.rows<{
          id: string
          card: unknown
        }>(),
        sql`SELECT record_id AS id, title FROM draft WHERE type = ${type} AND record_id = ANY(${ids})`.rows<{
          id: string
          title: string
        }>(),
      ])
      return [
        ...drafts.map(({ id, title }) => labelOfDraft(type, id, title)),
        ...cards.map(({ id, card }) => labelOfCard(type, id, card, lang)),
      ]
    }),
  )
  return Object.fromEntries(found.flat().map((one) => [`${one.type}/${one.id}`, one]))
}
