import { z } from 'zod'
import { command } from '@/lib/platform/commands/command'
import { SYSTEM } from '@/lib/platform/commands/permissions'
import { networkCommand } from '@/lib/platform/commands/network-command'
import { sql } from '@/lib/platform/database/sql'
import { NotFound } from '@/lib/platform/errors/errors'
import { Unreadable } from '@/lib/platform/fetch/failures'
import { checkAddress } from '@/lib/platform/fetch/fetch'
import { Id } from '@/lib/records/shared/reference'
import { LINK_OUTCOME } from '@/lib/vocabularies/link-outcomes'
import { type LinkResult, outcomeOf } from './link-outcome'

/** Checks a source's link now. */
export const checkLink = networkCommand({
  name: 'sources.check-link',
  permission: 'source:check',
  input: z.strictObject({ id: Id }),
  run: async (actor, { id }): Promise<LinkResult> => {
    const url = await addressOf(id)
    const outcome = await probeLink(url)
    await recordLinkCheck(actor, { checks: [{ sourceId: id, url, ...outcome }] })
    return outcome
  },
})

/** URL of a published source. @throws NotFound without one. */
export const addressOf = async (id: string): Promise<string> => {
  const [source] = await sql`SELECT url FROM source WHERE id = ${id}`.rows<{ url: string | null }>()
  if (!source?.url) throw new NotFound('sources.wrong.noLink')
  return source.url
}

const probeLink = async (url: string): Promise<LinkResult> => {
  try {
    return outcomeOf(url, await checkAddress(url))
  } catch (error) {
    if (error instanceof Unreadable) return outcomeOf(url, error)
    throw error
  }
}

export const recordLinkCheck = command({
  name: 'sources.note-link',
  permission: 'source:check',
  input: z.strictObject({
    checks: z
      .array(
        z.strictObject({
          sourceId: Id,
          url: z.string(),
          outcome: z.enum(Object.keys(LINK_OUTCOME) as [keyof typeof LINK_OUTCOME]),
          status: z.int().nullable(),
          finalUrl: z.string().nullable(),
          note: z.string().max(200).nullable(),
        }),
      )
      .min(1),
  }),
  run: async ({ tx, input: { checks } }) => void (await tx.linkCheck.createMany({ data: checks })),
  detail: ({ checks }) => ({ sources: checks.map(({ sourceId, outcome }) => `${sourceId}: ${outcome}`) }),
})

/** Links checked per run, each on another host. */
const BATCH_SIZE = 10

/**
 * Checks due links: weekly, or after a day if unreachable. If no link responds, our own connection is down and nothing
 * is recorded.
 */
export async function checkDueLinks(): Promise<void> {
  const due = await sql`
    SELECT id, url FROM (
      SELECT DISTINCT ON (split_part(url_key, '/', 1)) source.id, url, checked FROM source
        LEFT JOIN LATERAL (SELECT at AS checked, outcome FROM link_check WHERE source_id = source.id
          ORDER BY link_check.id DESC LIMIT 1) last ON true
      WHERE url IS NOT NULL AND (checked IS NULL OR checked < now() -
        CASE WHEN outcome = 'unreachable' THEN interval '1 day' ELSE interval '7 days' END)
      ORDER BY split_part(url_key, '/', 1), checked NULLS FIRST) one_of_each_site
    ORDER BY checked NULLS FIRST, id LIMIT ${BATCH_SIZE}`.rows<{ id: string; url: string }>()
  const checks = await Promise.all(due.map(async ({ id, url }) => ({ sourceId: id, url, ...(await probeLink(url)) })))
  const isOffline =
    checks.length > 1 && checks.every(({ outcome, status }) => outcome === 'unreachable' && status === null)
  if (checks.length && !isOffline) await recordLinkCheck(SYSTEM, { checks })
}
