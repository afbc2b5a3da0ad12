import { type Sql, and, identifier, sql } from '@/lib/platform/database/sql'
import { RECORD_TYPES, RECORD_TYPE_NAMES, type RecordTypeName } from '@/lib/records/registry'
import { TOPIC, type TopicSlug } from '@/lib/vocabularies/topics'
import { type EntryFilters, type EntryState, OPEN } from './entry-filters'

/** A draft, a published record without a draft, or a withdrawn record. */
export type EntryRow = {
  type: RecordTypeName
  recordId: string
  /** The id of the draft; null for a record without one. */
  draftId: string | null
  title: string
  state: EntryState
  /** The published version, or the one that the draft is based on; 0 if there is none. */
  version: number
  path: string | null
  by: string | null
  updatedAt: Date
  scheduledFor: Date | null
  scheduledZone: string | null
  failure: string | null
}

export type EntryPage = { rows: EntryRow[]; total: number; drafts: number; pages: number }

export const PAGE_SIZE = 50

/** A page of the list, with counts for the same conditions. */
export async function listEntries(filters: EntryFilters): Promise<EntryPage> {
  const offset = (filters.page - 1) * PAGE_SIZE
  const found = foundBy(filters)
  const [rows, [count]] = await Promise.all([
    sql`
      WITH found AS (${found}), page AS (
        SELECT *, row_number() OVER (ORDER BY ${order(filters)}) AS at_row FROM found
        ORDER BY at_row LIMIT ${PAGE_SIZE} OFFSET ${offset}
      )
      SELECT page.type, page.record_id AS "recordId", page.draft_id AS "draftId", page.title, page.state, page.version,
        page.path, who.name AS by, page.updated_at AS "updatedAt", draft.scheduled_for AS "scheduledFor",
        draft.scheduled_zone AS "scheduledZone", draft.failure
      FROM page LEFT JOIN draft ON draft.id = page.draft_id
        LEFT JOIN revision ON page.draft_id IS NULL AND revision.type = page.type
          AND revision.record_id = page.record_id AND revision.version = page.version
        LEFT JOIN admin_user who ON who.id = coalesce(draft.author_id, revision.by_id)
      ORDER BY page.at_row`.rows<EntryRow>(),
    sql`WITH found AS (${found}) SELECT count(*)::int AS total, count(draft_id)::int AS drafts FROM found`.rows<{
      total: number
      drafts: number
    }>(),
  ])
  return { rows: rows.map(titled), ...count!, pages: Math.max(1, Math.ceil(count!.total / PAGE_SIZE)) }
}

/** Maximum number of drafts that can be selected at once. */
export const MAX_SELECTED = 2_000

/** All drafts that match the filters, for "select all". */
export const matchingDrafts = async (filters: EntryFilters): Promise<string[]> =>
  (
    await sql`
      WITH found AS (${foundBy(filters)}) SELECT draft_id AS id FROM found WHERE draft_id IS NOT NULL
      ORDER BY ${order(filters)} LIMIT ${MAX_SELECTED}`.rows<{ id: string }>()
  ).map(({ id }) => id)

/** All accounts, as options of the author filter. */
export const authors = (): Promise<{ id: string; name: string }[]> =>
  sql`SELECT id, name FROM admin_user ORDER BY name`.rows<{ id: string; name: string }>()

const order = ({ sort }: EntryFilters): Sql => {
  if (sort === 'title') return sql`title, type, record_id`
  return sort === 'oldest' ? sql`updated_at, type, record_id` : sql`updated_at DESC, type, record_id`
}

const foundBy = (filters: EntryFilters): Sql => {
  const states = filters.states.length ? filters.states : OPEN
  const parts = [drafts(filters, states)]
  if (states.includes('published')) {
    const types = filters.types.length ? filters.types : RECORD_TYPE_NAMES
    parts.push(...types.map((type) => published(type, filters)))
  }
  if (states.includes('withdrawn')) parts.push(withdrawn(filters))
  return parts.reduce((left, right) => sql`${left} UNION ALL ${right}`)
}

const drafts = ({ types, author, text, since }: EntryFilters, states: readonly EntryState[]): Sql => {
  const conditions = [sql`d.state = ANY(${states})`]
  if (types.length) conditions.push(sql`d.type = ANY(${types})`)
  if (author) conditions.push(sql`d.author_id = ${author}`)
  if (text) conditions.push(sql`fold(d.title) LIKE ${like(text)}`)
  if (since) conditions.push(sql`d.updated_at >= ${since}::date`)
  return sql`
    SELECT d.type, d.record_id, d.id AS draft_id, d.title, d.state, d.base_version AS version, NULL AS path, d.updated_at
    FROM draft d WHERE ${and(conditions)}`
}

const published = (type: RecordTypeName, filters: EntryFilters): Sql => {
  const { table, titleSql: title } = RECORD_TYPES[type]
  const { author, text, since, states } = filters
  const conditions = [sql`true`]
  // If drafts are listed too, hides the published row of a record that has a draft.
  if (states.some((one) => OPEN.includes(one)))
    conditions.push(
      sql`NOT EXISTS (SELECT FROM draft d WHERE d.type = ${type} AND d.record_id = r.id AND d.state = ANY(${states}))`,
    )
  if (author)
    conditions.push(sql`EXISTS (SELECT FROM revision v WHERE v.type = ${type} AND v.record_id = r.id
      AND v.version = r.version AND v.by_id = ${author})`)
  if (text)
    conditions.push(sql`(r.search @@ websearch_to_tsquery('record_name', ${text})
    OR r.search @@ websearch_to_tsquery('record_en', ${text}) OR fold(${title}) LIKE ${like(text)})`)
  if (since) conditions.push(sql`r.updated_at >= ${since}::date`)
  return sql`
    SELECT ${type}, r.id, NULL, ${title}, 'published', r.version, r.path, r.updated_at
    FROM ${identifier(table)} r WHERE ${and(conditions)}`
}

const withdrawn = ({ types, author, text, since }: EntryFilters): Sql => {
  const conditions = [sql`true`]
  if (types.length) conditions.push(sql`t.type = ANY(${types})`)
  if (author) conditions.push(sql`v.by_id = ${author}`)
  if (text) conditions.push(sql`fold(t.path) LIKE ${like(text.replaceAll(' ', '-'))}`)
  if (since) conditions.push(sql`t.at >= ${since}::date`)
  return sql`
    SELECT t.type, t.record_id, NULL, coalesce(v.card ->> 'name', v.card ->> 'words', v.card #>> '{title,en}',
      v.card ->> 'title', t.path), 'withdrawn', t.version, t.path, t.at
    FROM tombstone t JOIN revision v ON v.type = t.type AND v.record_id = t.record_id AND v.version = t.version
    WHERE ${and(conditions)}`
}

/** A LIKE pattern for a substring of a title. Folds case and accents, and strips wildcards. */
const like = (text: string): Sql => sql`'%' || replace(replace(fold(${text}), '%', ''), '_', '') || '%'`

/** Replaces the topic code in the title of a published stance by its label. */
const titled = (row: EntryRow): EntryRow => {
  if (row.type !== 'stances' || row.state !== 'published') return row
  const at = row.title.lastIndexOf(': ') + 2
  return { ...row, title: row.title.slice(0, at) + (TOPIC[row.title.slice(at) as TopicSlug]?.en ?? '') }
}
