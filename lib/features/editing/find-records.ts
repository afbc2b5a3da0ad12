import type { Lang } from '@/lib/platform/i18n/locale'
import { identifier, sql } from '@/lib/platform/database/sql'
import { urlKey } from '@/lib/records/sources/url-key'
import { type RecordLabel, labelOfCard, labelOfDraft } from './labels'
import { RECORD_TYPES, type RecordTypeName } from '@/lib/records/registry'

/** A matching record. `alike`: similar enough to be a possible duplicate. */
export type Candidate = RecordLabel & { alike: boolean }

export type RecordSearch = {
  type: string
  /** The search text. Without it, returns the latest records, or the officials and organizations of `places`. */
  words: string
  /** The entry's places. Records linked to them rank first. */
  places?: readonly string[]
  /** The id of the record to exclude. */
  not?: string
  lang: Lang
}

const MAX_RESULTS = 8

type Row = { id: string; card: unknown; score: number }
type DraftRow = { id: string; title: string; score: number; places: string }

/** Searches records of a type, published and drafts, best matches first. */
export async function findRecords({ type, words, places = [], not = '', lang }: RecordSearch): Promise<Candidate[]> {
  const typed = words
    .replace(/[\p{Cc}\p{Cs}]/gu, ' ')
    .trim()
    .slice(0, 200)
  const published = RECORD_TYPES[type as RecordTypeName].names ? byName(type, typed, places) : byWords(type, typed)
  const [rows, drafts] = await Promise.all([published, draftsLike(type, typed)])
  const bonus = (text: string) => (places.some((id) => text.includes(id)) ? 0.4 : 0)
  const found = [
    ...rows.map(({ id, card, score }) => ({
      one: labelOfCard(type, id, card, lang),
      score: score + bonus(JSON.stringify(card)),
    })),
    ...drafts
      .filter(({ id }) => !rows.some((row) => row.id === id))
      .map(({ id, title, score, places: named }) => ({
        one: labelOfDraft(type, id, title),
        score: score + bonus(named),
      })),
  ]
  return found
    .filter(({ one }) => one.id !== not)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MAX_RESULTS)
    .map(({ one, score }) => ({ ...one, alike: typed !== '' && score >= 0.6 }))
}

/** Matches a prefix of a name, a prefix of a later word, or a similar name. */
const byName = (type: string, typed: string, places: readonly string[]): Promise<Row[]> => {
  const table = identifier(RECORD_TYPES[type as RecordTypeName].table)
  if (!typed)
    return type === 'jurisdictions' || !places.length
      ? Promise.resolve([])
      : sql`SELECT id, card, 0.1::float8 AS score FROM ${table}
          WHERE card::text LIKE ANY(${places.map((id) => `%"${id}"%`)}) ORDER BY updated_at DESC LIMIT ${MAX_RESULTS}`.rows<Row>()
  const folded = sql`fold(${typed})`
  const start = sql`replace(replace(replace(${folded}, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'`
  return sql`
    SELECT id, card, score::float8 FROM (
      SELECT record_id, max(weight) AS weight, max(CASE WHEN folded = ${folded} THEN 3 WHEN folded LIKE ${start} THEN 2
        WHEN folded LIKE '% ' || ${start} THEN 1 ELSE similarity(folded, ${folded}) END) AS score
      FROM name WHERE type = ${type} AND ${folded} <> ''
        AND (folded LIKE ${start} OR folded % ${folded} OR (length(${folded}) > 2 AND folded LIKE '% ' || ${start}))
      GROUP BY record_id ORDER BY score DESC, weight DESC, record_id LIMIT 30) near
    JOIN ${table} ON id = record_id`.rows<Row>()
}

/** Matches records that contain all words, each as a prefix; a URL matches its source. */
const byWords = (type: string, typed: string): Promise<Row[]> => {
  const table = identifier(RECORD_TYPES[type as RecordTypeName].table)
  if (type === 'sources' && /^https?:/.test(typed) && URL.canParse(typed))
    return sql`SELECT id, card, 3::float8 AS score FROM source WHERE url_key = ${urlKey(typed)}`.rows<Row>()
  const terms = typed.match(/[\p{L}\p{N}]+/gu) ?? []
  if (!terms.length)
    return sql`SELECT id, card, 0.1::float8 AS score FROM ${table} ORDER BY updated_at DESC LIMIT ${MAX_RESULTS}`.rows<Row>()
  const query = terms.map((term) => `${term}:*`).join(' & ')
  return sql`
    SELECT id, card, 1::float8 + ts_rank_cd(search, query) AS score FROM ${table}, (
      SELECT to_tsquery('record_name', ${query}) || to_tsquery('record_en', ${query})
        || to_tsquery('record_es', ${query}) AS query) asked
    WHERE search @@ query ORDER BY score DESC, updated_at DESC LIMIT ${MAX_RESULTS}`.rows<Row>()
}

/** Drafts with a similar heading; without a search text, the latest ones. */
const draftsLike = (type: string, typed: string): Promise<DraftRow[]> =>
  sql`
  SELECT record_id AS id, title, data::text AS places, CASE WHEN ${typed} = '' THEN 0.2
    ELSE greatest(similarity(fold(title), fold(${typed})),
      CASE WHEN strpos(fold(title), fold(${typed})) > 0 THEN 0.9 ELSE 0 END) END::float8 AS score
  FROM draft WHERE type = ${type} AND state <> 'discarded' AND title <> '' AND (${typed} = ''
    OR strpos(fold(title), fold(${typed})) > 0 OR similarity(fold(title), fold(${typed})) > 0.3)
  ORDER BY score DESC, updated_at DESC LIMIT ${MAX_RESULTS}`.rows<DraftRow>()
