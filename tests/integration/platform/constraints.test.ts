import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '@/tests/integration/database'
import { ids, makeWorld } from '@/tests/integration/world'

const db = await testDatabase()
beforeAll(makeWorld)

/** Runs invalid statements in a transaction up to its commit. Returns the constraint that rejected them. */
const attempt = async (...statements: string[]): Promise<string> => {
  const client = await db.pool.connect()
  try {
    await client.query('BEGIN')
    for (const statement of statements) await client.query(statement)
    await client.query('COMMIT')
    return 'no constraint rejected it'
  } catch (error) {
    return (error as { constraint?: string; message: string }).constraint ?? (error as Error).message
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}

const variant = `(SELECT id FROM statement_variant WHERE statement_id = '${ids.statement}')`
const cite = (column: string, value: string, exact = "'words'") =>
  `INSERT INTO citation (id, source_id, exact, fidelity, found, ${column}) VALUES (gen_random_uuid(), '${ids.source}', ${exact}, 'fragment', 'found', ${value})`

describe('the database rejects rows that break an invariant', () => {
  test.each<[law: string, rule: string, ...sql: string[]]>([
    [
      'a statement keeps a citation for its wording',
      'claim_has_citation',
      `DELETE FROM citation WHERE variant_id = ${variant}`,
    ],
    ['a policy keeps a citation', 'claim_has_citation', `DELETE FROM citation WHERE policy_id = '${ids.policy}'`],
    ['a policy event keeps a citation', 'claim_has_citation', 'DELETE FROM citation WHERE policy_event_id IS NOT NULL'],
    ['a stance keeps a citation', 'claim_has_citation', `DELETE FROM citation WHERE stance_id = '${ids.stance}'`],
    [
      'a federal action keeps a citation',
      'claim_has_citation',
      `DELETE FROM citation WHERE federal_action_id = '${ids.action}'`,
    ],
    ['a role keeps a citation', 'claim_has_citation', 'DELETE FROM citation WHERE role_id IS NOT NULL'],
    ['a label keeps a citation', 'claim_has_citation', `DELETE FROM citation WHERE label_id = '${ids.label}'`],
    [
      'a citation can’t be moved away from its claim',
      'claim_has_citation',
      `UPDATE citation SET stance_id = NULL, statement_id = '${ids.statement}' WHERE stance_id IS NOT NULL`,
    ],
    [
      'a new wording needs a citation',
      'claim_has_citation',
      `INSERT INTO statement_variant (id, statement_id, position, passages, preferred) VALUES (gen_random_uuid(), '${ids.statement}', 1, '{}', false)`,
    ],
    [
      'a citation supports one claim, not two',
      'citation_one_claim',
      `UPDATE citation SET policy_id = '${ids.policy}' WHERE stance_id IS NOT NULL`,
    ],
    [
      'a citation supports a claim',
      'citation_one_claim',
      `INSERT INTO citation (id, source_id, exact, fidelity, found) VALUES (gen_random_uuid(), '${ids.source}', 'x', 'fragment', 'found')`,
    ],
    ['a citation has a quote or a note', 'citation_words', cite('policy_id', `'${ids.policy}'`, 'NULL')],
    ['a citation’s quote is not empty', 'citation_words', cite('policy_id', `'${ids.policy}'`, "''")],
    [
      'a stance cites a quote',
      'citation_stance_quotes',
      `UPDATE citation SET exact = NULL, note = '{}' WHERE stance_id IS NOT NULL`,
    ],
    [
      'an interval’s end is not before its start',
      'statement_date_order',
      `UPDATE statement SET date_latest = '2025-01-01'`,
    ],
    [
      'a role ends after it began',
      'role_order',
      `UPDATE role SET to_edtf = '2020', to_earliest = '2020-01-01', to_latest = '2020-12-31'`,
    ],
    ['an interval belongs to a date', 'statement_date_edtf', `UPDATE statement SET date_edtf = NULL`],
    [
      'one wording is preferred, not two',
      'statement_variant_preferred',
      `INSERT INTO statement_variant (id, statement_id, position, passages, preferred) VALUES (gen_random_uuid(), '${ids.statement}', 1, '{}', true)`,
    ],
    [
      'one wording is preferred, not none',
      'statement_has_preferred_variant',
      'UPDATE statement_variant SET preferred = false',
    ],
    ['a statement has a wording', 'statement_has_preferred_variant', 'DELETE FROM statement_variant'],
    [
      'quoted words are in the source’s quote',
      'variant_is_in_its_source',
      `UPDATE statement_variant SET passages = '{improved words}'`,
    ],
    [
      'a source’s quote keeps the words that a wording quotes',
      'variant_is_in_its_source',
      `UPDATE citation SET exact = 'something else' WHERE variant_id IS NOT NULL`,
    ],
    [
      'a signatory is listed once',
      'statement_speaker_once',
      `INSERT INTO statement_speaker (id, statement_id, position, official_id, organization_id) VALUES (gen_random_uuid(), '${ids.statement}', 1, '${ids.chief}', '${ids.police}')`,
    ],
    [
      'an organization signs once',
      'statement_speaker_once',
      ...[1, 2].map(
        (at) =>
          `INSERT INTO statement_speaker (id, statement_id, position, organization_id) VALUES (gen_random_uuid(), '${ids.statement}', ${at}, '${ids.police}')`,
      ),
    ],
    [
      'a statement has a speaker',
      'statement_speaker_named',
      'UPDATE statement_speaker SET official_id = NULL, organization_id = NULL',
    ],
    ['"in some cases" lists the cases', 'stance_lists_cases', `UPDATE stance SET value = 'some_cases'`],
    ['nothing succeeds itself', 'stance_succession', 'UPDATE stance SET supersedes_id = id'],
    [
      'a source is not its own original',
      'source_lineage_other',
      `INSERT INTO source_lineage VALUES ('${ids.source}', '${ids.source}', 'rewrite_of')`,
    ],
    ['what is published has its version in the history', 'record_has_revision', 'UPDATE statement SET version = 2'],
    ['versions start at 1', 'statement_version_positive', 'UPDATE statement SET version = 0'],
    [
      'an id is ten random characters',
      'statement_id_form',
      `INSERT INTO statement SELECT (jsonb_populate_record(s, '{"id": "daniel-scesney", "path": "/x"}')).* FROM statement s`,
    ],
    ['a captured text has its hash', 'capture_hash', `UPDATE capture SET sha256 = 'short'`],
    ['a revision can’t be changed', 'history_is_final', `UPDATE revision SET data = '{}'`],
    ['a revision can’t be removed', 'history_is_final', 'DELETE FROM revision'],
    ['the history can’t be emptied', 'history_is_final', 'TRUNCATE revision'],
    ['a line of the history can’t be changed', 'history_is_final', `UPDATE change SET by_id = 'nobody'`],
    ['a change log entry can’t be removed', 'history_is_final', 'DELETE FROM change'],
    [
      'a correction has a reason',
      'revision_reason',
      `INSERT INTO revision (type, record_id, version, kind, data, card, by_id) VALUES ('statements', '${ids.statement}', 2, 'corrected', '{}', '{}', 'x')`,
    ],
    [
      'a draft is in a known state',
      'draft_state',
      `INSERT INTO draft (id, type, record_id, base_version, data, state, author_id) VALUES ('d', 'statements', 'x', 0, '{}', 'live', 'x')`,
    ],
    [
      'a scheduled draft has a time',
      'draft_schedule',
      `INSERT INTO draft (id, type, record_id, base_version, data, state, author_id) VALUES ('d', 'statements', 'x', 0, '{}', 'scheduled', 'x')`,
    ],
    ['an address doesn’t lead to itself', 'redirect_elsewhere', `INSERT INTO redirect VALUES ('/a', '/a')`],
    ['an official with entries can’t be deleted', 'statement_speaker_official_id_fkey', `DELETE FROM official`],
  ])('%s', async (_, rule, ...statements) => {
    expect(await attempt(...statements)).toBe(rule)
  })

  test('the database accepts valid rows', async () => {
    expect(await attempt(`UPDATE statement SET date_latest = '2025-01-23'`, cite('policy_id', `'${ids.policy}'`))).toBe(
      'no constraint rejected it',
    )
  })
})
