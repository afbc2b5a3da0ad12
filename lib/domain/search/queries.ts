import { name, sql } from '@/lib/platform/database/read'
import type { Jurisdiction } from '../jurisdictions/definition'
import type { Official } from '../officials/definition'
import type { Organization } from '../organizations/definition'
import type { Policy } from '../policies/definition'
import type { Statement } from '../statements/definition'

export type Found = {
  places: Jurisdiction[]
  officials: Official[]
  organizations: Organization[]
  statements: Statement[]
  policies: Policy[]
}

const TABLES = { jurisdictions: 'jurisdiction', officials: 'official', organizations: 'organization' } as const

/** What a person typed, as it is compared: at most 200 characters, no control characters. */
const asked = (text: string): string =>
  text
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 200)

/** Places, officials, bodies and words. The exact name comes first, then names that begin so, then similar ones. */
export const search = async (text: string): Promise<Found> => {
  const words = asked(text)
  if (!words) return { places: [], officials: [], organizations: [], statements: [], policies: [] }
  const [places, officials, organizations, statements, policies] = await Promise.all([
    byName<Jurisdiction>('jurisdictions', words),
    byName<Official>('officials', words),
    byName<Organization>('organizations', words),
    byWords<Statement>('statement', words),
    byWords<Policy>('policy', words),
  ])
  return { places, officials, organizations, statements, policies }
}

const byName = async <R>(room: keyof typeof TABLES, words: string): Promise<R[]> => {
  const rows = await sql`
    WITH asked AS (SELECT fold(${words}) AS words),
    near AS (
      SELECT record_id, weight, own,
        CASE WHEN folded = words THEN 3 WHEN folded LIKE replace(replace(words, '\\', '\\\\'), '%', '\\%') || '%' THEN 2 ELSE similarity(folded, words) END AS score
      FROM name, asked
      WHERE room = ${room} AND (folded LIKE replace(replace(words, '\\', '\\\\'), '%', '\\%') || '%' OR folded % words)
    ),
    best AS (
      SELECT record_id, max(score) AS score, max(weight) AS weight FROM near GROUP BY record_id
      ORDER BY 2 DESC, 3 DESC, 1 LIMIT 12
    )
    SELECT card FROM best JOIN ${name(TABLES[room])} ON id = record_id ORDER BY score DESC, weight DESC, id`.rows<{
    card: R
  }>()
  return rows.map(({ card }) => card)
}

const byWords = async <R>(table: 'statement' | 'policy', words: string): Promise<R[]> => {
  const rows = await sql`
    SELECT card FROM ${name(table)}, (
      SELECT websearch_to_tsquery('record_name', ${words}) || websearch_to_tsquery('record_en', ${words})
        || websearch_to_tsquery('record_es', ${words}) AS query) asked
    WHERE search @@ query ORDER BY ts_rank_cd(search, query) DESC, id LIMIT 20`.rows<{ card: R }>()
  return rows.map(({ card }) => card)
}
