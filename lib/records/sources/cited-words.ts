import type { Transaction } from '@/lib/platform/database/write'

/** A quote cited from the source, with its entry. */
export type CitedWords = { type: string; recordId: string; exact: string }

/** Quotes that published entries cite from a source, each once per entry. */
export const citedWords = (tx: Transaction, sourceId: string): Promise<CitedWords[]> => tx.$queryRaw`
  SELECT DISTINCT exact,
    CASE WHEN statement IS NOT NULL THEN 'statements' WHEN policy IS NOT NULL THEN 'policies'
      WHEN stance_id IS NOT NULL THEN 'stances' WHEN action IS NOT NULL THEN 'federal-actions'
      WHEN official_id IS NOT NULL THEN 'officials' ELSE 'labels' END AS type,
    coalesce(statement, policy, stance_id, action, official_id, label_id) AS "recordId"
  FROM (
    SELECT c.exact, coalesce(c.statement_id, v.statement_id) AS statement, coalesce(c.policy_id, p.policy_id) AS policy,
      c.stance_id, coalesce(c.federal_action_id, f.federal_action_id) AS action, r.official_id, c.label_id
    FROM citation c
      LEFT JOIN statement_variant v ON v.id = c.variant_id LEFT JOIN policy_event p ON p.id = c.policy_event_id
      LEFT JOIN federal_action_event f ON f.id = c.federal_action_event_id LEFT JOIN role r ON r.id = c.role_id
    WHERE c.source_id = ${sourceId} AND c.exact IS NOT NULL) cited
  ORDER BY type, "recordId", exact`
