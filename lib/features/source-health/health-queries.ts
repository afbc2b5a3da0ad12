import { and, identifier, sql } from '@/lib/platform/database/sql'
import type { ArchiveLook } from './admin-queries'
import { HEALTH, HEALTH_PAGE, type Health, type HealthFilters } from './health-filters'
import type { LinkOutcome } from '@/lib/vocabularies/link-outcomes'

export type SourceHealth = {
  id: string
  title: string
  outlet: string
  url: string | null
  archiveUrl: string | null
  outcome: LinkOutcome | null
  status: number | null
  at: Date | null
  lost: number
  /** True if its quotes have been checked against a text. */
  looked: boolean
  archive: ArchiveLook['state'] | null
}

const CONDITION = {
  broken: sql`outcome IN ('missing', 'unreachable')`,
  moved: sql`outcome = 'moved'`,
  refused: sql`outcome = 'refused'`,
  lost: sql`lost > 0`,
  uncopied: sql`url IS NOT NULL AND "archiveUrl" IS NULL`,
  unchecked: sql`url IS NOT NULL AND at IS NULL`,
} as const satisfies Record<Health, unknown>

const STATE = sql`
  SELECT s.id, s.title, s.outlet, s.url, s.archive_url AS "archiveUrl", link.outcome, link.status, link.at,
    coalesce(quotes.lost, 0)::int AS lost, quotes."all" > 0 AS looked, copy.state AS archive
  FROM source s
  LEFT JOIN LATERAL (SELECT outcome, status, at FROM link_check WHERE source_id = s.id ORDER BY id DESC LIMIT 1) link ON true
  LEFT JOIN LATERAL (SELECT state FROM archive_request WHERE source_id = s.id ORDER BY created_at DESC LIMIT 1) copy ON true
  LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE NOT found) AS lost, count(*) AS "all" FROM (
    SELECT DISTINCT ON (type, record_id, exact) found FROM quote_check WHERE source_id = s.id
    ORDER BY type, record_id, exact, id DESC) last) quotes ON true`

/** Published sources with the state of links, archive copies and quotes; problems first. */
export async function sourceHealth({ is, text, page }: HealthFilters) {
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  const conditions = [
    ...(is.length ? [sql`(${is.map((one) => CONDITION[one]).reduce((left, right) => sql`${left} OR ${right}`)})`] : []),
    ...(text ? [sql`(title ILIKE ${like} OR outlet ILIKE ${like} OR url ILIKE ${like})`] : []),
  ]
  const counted = HEALTH.map((one) => sql`count(*) FILTER (WHERE ${CONDITION[one]})::int AS ${identifier(one)}`)
  const [rows, [counts]] = await Promise.all([
    sql`WITH state AS (${STATE}) SELECT *, count(*) OVER ()::int AS total FROM state WHERE ${and(conditions)}
      ORDER BY outcome IS NOT DISTINCT FROM 'missing' DESC, lost > 0 DESC, outcome IS NOT DISTINCT FROM 'unreachable' DESC,
        outcome IS NOT DISTINCT FROM 'moved' DESC, at NULLS FIRST, id
      LIMIT ${HEALTH_PAGE} OFFSET ${(page - 1) * HEALTH_PAGE}`.rows<SourceHealth & { total: number }>(),
    sql`WITH state AS (${STATE}) SELECT ${counted.reduce((left, right) => sql`${left}, ${right}`)} FROM state`.rows<
      Record<Health, number>
    >(),
  ])
  return { rows, total: rows[0]?.total ?? 0, counts: counts! }
}
