import pg from 'pg'
import { type Sink, sink } from './copy'

/** The record tables with their record types. Search text and history are derived from the staged rows. */
export const RECORDS = {
  organization: 'organizations',
  source: 'sources',
  official: 'officials',
  statement: 'statements',
  policy: 'policies',
  stance: 'stances',
} as const
export type RecordTable = keyof typeof RECORDS

export const WORDS = ['words_names', 'words_en', 'words_es'] as const
const READY = ['id', 'path', 'version', 'card', 'published_at', 'updated_at', ...WORDS] as const
const DATED = ['date_edtf', 'date_earliest', 'date_latest', 'date_as_written'] as const
const FROM = ['from_edtf', 'from_earliest', 'from_latest', 'from_as_written'] as const

/** The tables that are written, with their columns. */
const COLUMNS = {
  organization: [...READY, 'kind', 'name', 'aliases', 'jurisdiction_id'],
  source: [...READY, ...DATED, 'title', 'url', 'url_key', 'outlet', 'authors', 'kind', 'archive_url'],
  official: [...READY, 'name', 'aliases'],
  role: [...FROM, 'id', 'official_id', 'position', 'title', 'office', 'organization_id', 'jurisdiction_id', 'party'],
  statement: [...READY, ...DATED, 'kind', 'channel', 'summary', 'topics', 'rationales', 'notes', 'represents'],
  statement_speaker: [
    ...['id', 'statement_id', 'position', 'official_id', 'organization_id', 'role_party', 'role_organization_id'],
  ],
  statement_place: ['statement_id', 'jurisdiction_id', 'position'],
  statement_variant: ['id', 'statement_id', 'position', 'passages', 'preferred'],
  statement_position: ['statement_id', 'topic', 'position', 'span'],
  statement_answer: ['statement_id', 'federal_action_id'],
  policy: [
    ...READY,
    ...['title', 'instrument', 'number', 'binding', 'summary', 'notes', 'jurisdiction_id', 'organization_id'],
    'latest_event',
  ],
  policy_event: [...DATED, 'id', 'policy_id', 'position', 'status'],
  provision: ['id', 'policy_id', 'position', 'topic', 'text', 'span'],
  policy_answer: ['policy_id', 'federal_action_id'],
  stance: [
    ...READY,
    ...FROM,
    ...['as_of_edtf', 'as_of_earliest', 'as_of_latest', 'as_of_as_written', 'as_of_basis', 'from_basis'],
    ...['topic', 'value', 'cases', 'basis', 'evidence', 'coding', 'coded_on'],
    ...['jurisdiction_id', 'organization_id', 'supersedes_id'],
  ],
  stance_statement: ['stance_id', 'statement_id'],
  stance_policy: ['stance_id', 'policy_id'],
  citation: [
    ...['id', 'source_id', 'position', 'exact', 'fidelity', 'found'],
    ...['variant_id', 'policy_event_id', 'statement_id', 'policy_id', 'stance_id', 'role_id'],
  ],
  name: ['type', 'record_id', 'name', 'folded', 'own', 'weight'],
  reference: ['from_type', 'from_id', 'to_type', 'to_id'],
} as const satisfies Record<string, readonly string[]>

export type Tables = { [T in keyof typeof COLUMNS]: Sink<(typeof COLUMNS)[T][number]> }

/** Disables constraint checks and triggers, because generated rows are valid by construction. */
export const PAST_CHECKS = '-c session_replication_role=replica -c TimeZone=UTC -c synchronous_commit=off'

export const staged = (table: string) => `staged_${table}`

/** Opens a stream to every table. Records go to a staging table, with their search text. */
export async function openTables(url: string): Promise<Tables> {
  const open = async (table: keyof typeof COLUMNS): Promise<Sink<string>> => {
    const client = new pg.Client({ connectionString: url, options: PAST_CHECKS })
    await client.connect()
    if (table in RECORDS)
      await client.query(
        `CREATE UNLOGGED TABLE ${staged(table)} AS TABLE "${table}" WITH NO DATA;
         ALTER TABLE ${staged(table)} ${WORDS.map((column) => `ADD ${column} text`).join(', ')}`,
      )
    const into = sink<string>(client, table in RECORDS ? staged(table) : table, COLUMNS[table])
    return { add: into.add, end: () => into.end().then(() => client.end()) }
  }
  const opened = Object.keys(COLUMNS).map(async (table) => [table, await open(table as keyof typeof COLUMNS)] as const)
  return Object.fromEntries(await Promise.all(opened)) as Tables
}
