import { Gauge, type Registry } from 'prom-client'
import { readPool } from '@/lib/platform/database/pool'

export const PREFIX = 'local_record_'

/** Each metric, its help, its label, and a query for the label's values and their counts. */
const COUNTS = [
  [
    'jobs',
    'Background jobs: queued, of these overdue for five minutes or more, and failed for good.',
    'state',
    `SELECT state, count(*)::int FROM graphile_worker.jobs,
       unnest(ARRAY[
         CASE WHEN attempts >= max_attempts AND locked_at IS NULL THEN 'failed' ELSE 'queued' END,
         CASE WHEN attempts < max_attempts AND run_at < now() - interval '5 minutes' THEN 'overdue' END
       ]) AS state
     WHERE state IS NOT NULL GROUP BY state`,
    ['queued', 'overdue', 'failed'],
  ],
  [
    'scheduled_drafts',
    'Drafts with a time of publication: scheduled, of these overdue for five minutes or more, and failed.',
    'state',
    `SELECT 'scheduled', count(*)::int FROM draft WHERE state = 'scheduled'
     UNION ALL SELECT 'overdue', count(*)::int FROM draft
       WHERE state = 'scheduled' AND scheduled_for < now() - interval '5 minutes'
     UNION ALL SELECT 'failed', count(*)::int FROM draft WHERE failure IS NOT NULL AND state <> 'discarded'`,
    ['scheduled', 'overdue', 'failed'],
  ],
  [
    'captures',
    'Captured texts of sources by how they were made.',
    'method',
    'SELECT method, count(*)::int FROM captured_text GROUP BY method',
    ['fetched', 'pasted'],
  ],
  [
    'link_checks',
    'Sources by the outcome of the last check of their link.',
    'outcome',
    `SELECT outcome, count(*)::int FROM
       (SELECT DISTINCT ON (source_id) outcome FROM link_check ORDER BY source_id, id DESC) last GROUP BY outcome`,
    ['works', 'moved', 'missing', 'refused', 'unreachable'],
  ],
  [
    'archive_requests',
    'Requests for a copy in the web archive by state.',
    'state',
    'SELECT state, count(*)::int FROM archive_request GROUP BY state',
    ['waiting', 'sent', 'archived', 'failed'],
  ],
] as const

/** Prometheus asks every few seconds; several of them share one look at the database. */
const MIN_INTERVAL_MS = 5_000

/** Registers what the database knows of waiting and failed work. Returns a function that reads it anew. */
export function createDatabaseMetrics(registry: Registry, minIntervalMs = MIN_INTERVAL_MS): () => Promise<void> {
  const registers = [registry]
  const up = new Gauge({ name: `${PREFIX}database_up`, help: '1 if the database answers.', registers })
  const metrics = COUNTS.map(([name, help, label, query, values]) => ({
    gauge: new Gauge({ name: PREFIX + name, help, labelNames: [label], registers }),
    query,
    values: values as readonly string[],
  }))

  const refresh = async (): Promise<void> => {
    for (const { gauge } of metrics) gauge.reset()
    up.set(0)
    for (const { gauge, query, values } of metrics) {
      const { rows } = await readPool().query({ text: query, rowMode: 'array' })
      const counts = new Map(rows as [string, number][])
      for (const value of values) gauge.labels(value).set(counts.get(value) ?? 0)
    }
    up.set(1)
  }

  let last = -Infinity
  let reading: Promise<void> | undefined
  return () => {
    if (performance.now() - last < minIntervalMs) return reading ?? Promise.resolve()
    last = performance.now()
    // A database that does not answer is a value, too: database_up is 0.
    return (reading = refresh().catch(() => {}))
  }
}
