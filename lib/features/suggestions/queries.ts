import { createHash } from 'node:crypto'
import { type Sql, and, sql } from '@/lib/platform/database/sql'
import {
  Receipt,
  STATES,
  type State,
  type SuggestionReceipt,
  type SuggestionRow,
  type View,
  type SuggestionViewQuery,
} from './suggestion'

const ROW = sql`SELECT id, kind, path, type, record_id AS "recordId", text, url, lang, state, answer,
  answered_at AS "answeredAt", reason, (SELECT name FROM admin_user WHERE id = by_id) AS by, draft_id AS "draftId",
  received_at AS "receivedAt" FROM submission`

const PAGE_SIZE = 50

/** A page of suggestions, newest first. `next` is the cursor of the following page. */
export async function suggestions({
  view,
  kind,
  before,
}: SuggestionViewQuery): Promise<{ rows: SuggestionRow[]; next: string | null }> {
  const conditions: Sql[] = []
  if (view === 'open') conditions.push(sql`state IN ('new', 'drafted')`)
  else if (view !== 'all') conditions.push(sql`state = ${view}`)
  if (kind) conditions.push(sql`kind = ${kind}`)
  if (before)
    conditions.push(sql`(received_at, id) < (SELECT received_at, id FROM submission AS last WHERE last.id = ${before})`)
  const rows = await sql`
    ${ROW} WHERE ${and(conditions)} ORDER BY received_at DESC, id DESC LIMIT ${PAGE_SIZE + 1}`.rows<SuggestionRow>()
  return { rows: rows.slice(0, PAGE_SIZE), next: rows.length > PAGE_SIZE ? rows[PAGE_SIZE - 1]!.id : null }
}

/** Number of suggestions per view. */
export async function suggestionCounts(): Promise<Record<View, number>> {
  const found = await sql`SELECT state, count(*)::int AS count FROM submission GROUP BY state`.rows<{
    state: State
    count: number
  }>()
  const of = (...states: readonly State[]) =>
    found.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0)
  return {
    open: of('new', 'drafted'),
    new: of('new'),
    drafted: of('drafted'),
    answered: of('answered'),
    dismissed: of('dismissed'),
    all: of(...STATES),
  }
}

export const suggestion = async (id: string): Promise<SuggestionRow | null> =>
  (await sql`${ROW} WHERE id = ${id}`.rows<SuggestionRow>())[0] ?? null

export async function receiptStatus(receipt: string): Promise<SuggestionReceipt | null> {
  if (!Receipt.safeParse(receipt).success) return null
  const hash = createHash('sha256').update(receipt).digest('hex')
  const [found] = await sql`
    SELECT state, path, answer, answered_at AS "answeredAt", received_at AS "receivedAt" FROM submission
    WHERE receipt = ${hash}`.rows<SuggestionReceipt>()
  return found ?? null
}
