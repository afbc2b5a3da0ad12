import { Conflict } from '@/lib/platform/errors/errors'
import { type Sql, identifier, sql } from './sql'

/** The fields of a PostgreSQL error that rejects a write. */
export type Refusal = { code: string; constraint?: string; table?: string; detail?: string; message?: string }

type Wrapping = { refusal?: unknown; cause?: unknown; meta?: { driverAdapterError?: unknown } }

/** PostgreSQL's own error in an error, or in one that it wraps: Prisma keeps it in `meta` or `cause`. */
export const refusalIn = (error: unknown, depth = 0): Refusal | null => {
  if (typeof error !== 'object' || error === null || depth > 5) return null
  const { code, originalCode, originalMessage } = error as Record<string, unknown>
  if (typeof code === 'string' && SQLSTATE.test(code)) return error as Refusal
  const { refusal, cause, meta } = error as Wrapping
  const inner = [refusal, meta?.driverAdapterError, cause].map((one) => refusalIn(one, depth + 1)).find(Boolean)
  if (inner) return inner
  return typeof originalCode === 'string'
    ? { code: originalCode, message: String(originalMessage), constraint: constraintIn(String(originalMessage)) }
    : null
}

// Prisma's own codes, such as P2002, look the same.
const SQLSTATE = /^(?!P[1-9])[0-9A-Z]{5}$/
const constraintIn = (message: string): string => /constraint "([^"]+)"/.exec(message)?.[1] ?? ''

/** A transaction that lost against another one, and that succeeds when it runs again. */
export const isTransient = (error: unknown): boolean => /^(40001|40P01)$/.test(refusalIn(error)?.code ?? '')

/** A unique, foreign-key, exclusion or check constraint, or a rule of the database that a trigger holds. */
const isViolation = ({ code }: Refusal): boolean => /^23(000|001|503|505|514|P01)$/.test(code)

/**
 * The conflict that a refused write is, in words that name the other entry: the one place where constraints become
 * messages. Null for any other error. `rows` reads outside of the transaction that failed.
 */
export async function conflictOf(error: unknown, rows: <Row>(query: Sql) => Promise<Row[]>): Promise<Conflict | null> {
  const refusal = refusalIn(error)
  if (!refusal || !isViolation(refusal)) return null
  const conflict = await describe(refusal, rows).catch(() => refused('rule', { rule: refusal.constraint ?? '' }))
  return Object.assign(conflict, { cause: error })
}

type Rows = Parameters<typeof conflictOf>[1]

const refused = (name: string, values: Record<string, string> = {}): Conflict => {
  const code = `validation.refused.${name}`
  return new Conflict(code, values)
}

async function describe({ code, constraint = '', table = '', detail = '' }: Refusal, rows: Rows): Promise<Conflict> {
  const ruleCode = `validation.rules.${constraint}`
  if (RULES.has(constraint)) return new Conflict(ruleCode)
  const [, columns = '', value = ''] = /^Key \((.*)\)=\((.*)\) /.exec(detail) ?? []
  if (code === '23505') {
    const field = UNIQUE[columns] ?? null
    const entry = field && (await entryWith(rows, table, columns, value))
    if (entry) return refused(field, { entry })
    return refused(field ? 'sameValue' : 'atOnce')
  }
  if (code === '23503' || code === '23001') {
    const missing = /is not present in table "([^"]+)"/.exec(detail)?.[1]
    if (missing && RECORD_TABLES[missing]) return refused('missing', { entry: `/${RECORD_TABLES[missing]}/${value}` })
    const kept = RECORD_TABLES[/^(\w+)_[a-z]+_id_fkey$/.exec(constraint)?.[1] ?? ''] ?? ''
    const [by] = await rows<{ path: string }>(sql`
      SELECT '/' || from_type || '/' || from_id AS path FROM reference WHERE to_id = ${value} ORDER BY 1 LIMIT 1`)
    if (by) return refused('named', { entry: by.path })
    return refused(missing || !kept ? 'gone' : 'named', { entry: kept && `/${kept}` })
  }
  return refused('rule', { rule: constraint })
}

/** The unique columns of records, and what two entries have in common that violate them. */
const UNIQUE: Readonly<Record<string, string>> = {
  path: 'sameAddress',
  url_key: 'sameLink',
  geoid: 'sameNumber',
  geonames_id: 'sameNumber',
  county_geoid: 'sameNumber',
  bioguide: 'sameNumber',
  supersedes_id: 'sameSuccessor',
}

const RECORD_TABLES: Readonly<Record<string, string>> = {
  jurisdiction: 'jurisdictions',
  organization: 'organizations',
  official: 'officials',
  statement: 'statements',
  policy: 'policies',
  stance: 'stances',
  federal_action: 'federal-actions',
  source: 'sources',
  label: 'labels',
}

/** The address of the record that has the value. */
const entryWith = async (rows: Rows, table: string, column: string, value: string): Promise<string | null> => {
  if (!RECORD_TABLES[table]) return null
  const [found] = await rows<{ path: string }>(sql`
    SELECT path FROM ${identifier(table)} WHERE ${identifier(column)}::text = ${value} LIMIT 1`)
  return found?.path ?? null
}

/** Rules of the database that have words of their own. Others are named in a sentence. */
const RULES = new Set([
  'statement_speaker_once',
  'statement_speaker_named',
  'statement_variant_preferred',
  'statement_has_preferred_variant',
  'variant_is_in_its_source',
  'claim_has_citation',
  'citation_words',
  'role_order',
  'stance_lists_cases',
  'stance_succession',
  'source_lineage_other',
  'redirect_elsewhere',
  'history_is_final',
  'merge_two',
  'waiting_reason_second',
])
