import { z } from 'zod'
import { command } from '@/lib/platform/commands/command'
import { SYSTEM } from '@/lib/platform/commands/permissions'
import { enqueue } from '@/lib/platform/jobs/enqueue'
import { settings } from '@/lib/platform/settings/settings'
import { type Archive, ArchiveError } from './archive'
import { ARCHIVE_JOB } from './archive-requests'
import { savePageNow } from './save-page-now'

/** The archive of the settings; null where none is configured. */
export const configuredArchive = (): Archive | null => {
  const { archive, siteUrl } = settings()
  return archive && savePageNow({ ...archive, userAgent: `LocalRecord/1.0 (+${siteUrl})` })
}

const MINUTE = 60_000

/** The delays before each further attempt. After the last one the request fails. */
const RETRY_DELAYS = [1, 5, 30, 120, 720].map((minutes) => minutes * MINUTE)

/** The timeout of a sent request. Copies usually take minutes. */
const MAX_PENDING_MS = 60 * MINUTE

type Request = { id: string; url: string; state: string; job: string | null; attempts: number; updatedAt: Date }

/** Processes all requests that are due. */
export async function processArchiveQueue(archive = configuredArchive()): Promise<void> {
  if (!archive) return
  for (const request of await claimArchive(SYSTEM, {})) await goOn(archive, request)
}

/** Processes one step of a request: sends it or polls its state. */
async function goOn(archive: Archive, { id, url, state, job, attempts, updatedAt }: Request): Promise<void> {
  try {
    if (state === 'waiting' || !job) {
      const sent = await archive.ask(url)
      return void (await recordArchiveResult(SYSTEM, {
        id,
        state: 'sent',
        job: sent,
        attempts: attempts + 1,
        wait: 8_000,
      }))
    }
    const looked = await archive.look(job)
    if (looked.state === 'archived')
      return void (await recordArchiveResult(SYSTEM, { id, state: 'archived', archiveUrl: looked.archiveUrl }))
    if (Date.now() - updatedAt.getTime() > MAX_PENDING_MS) throw new ArchiveError('sources.archive.notFinished')
    await recordArchiveResult(SYSTEM, { id, state: 'sent', job, attempts, wait: 30_000, since: updatedAt })
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error
    const tried = state === 'waiting' ? attempts + 1 : attempts
    const wait = error.final ? undefined : RETRY_DELAYS[tried - 1]
    const next = wait === undefined ? { state: 'failed' as const } : { state: 'waiting' as const, wait }
    await recordArchiveResult(SYSTEM, { id, ...next, attempts: tried, error: error.message })
  }
}

/** Claims the due requests for two minutes, so that two servers don't send the same one. */
export const claimArchive = command({
  name: 'archive.claim',
  permission: 'source:check',
  input: z.strictObject({}),
  run: ({ tx }): Promise<Request[]> => tx.$queryRaw`
    UPDATE archive_request SET next_at = now() + interval '2 minutes' WHERE id IN (
      SELECT id FROM archive_request WHERE state IN ('waiting', 'sent') AND next_at <= now()
      ORDER BY next_at LIMIT 5 FOR UPDATE SKIP LOCKED)
    RETURNING id, url, state, job, attempts, updated_at AS "updatedAt"`,
  detail: () => null,
})

/** Stores the state of a request. */
export const recordArchiveResult = command({
  name: 'archive.note',
  permission: 'source:check',
  input: z.strictObject({
    id: z.uuid(),
    state: z.enum(['waiting', 'sent', 'archived', 'failed']),
    job: z.string().nullable().default(null),
    attempts: z.int().min(0).optional(),
    archiveUrl: z.url().nullable().default(null),
    error: z.string().max(300).nullable().default(null),
    /** Milliseconds until the next step. */
    wait: z.int().min(0).optional(),
    /** The time at which the request was sent, if its state hasn't changed since. */
    since: z.date().optional(),
  }),
  run: async ({ tx, input: { id, wait, since, attempts, ...data } }) => {
    const nextAt = wait === undefined ? null : new Date(Date.now() + wait)
    const at = { nextAt, updatedAt: since ?? new Date(), ...(attempts !== undefined && { attempts }) }
    await tx.archiveRequest.update({ where: { id }, data: { ...data, ...at } })
    if (nextAt) await enqueue(tx, ARCHIVE_JOB, id, nextAt)
  },
  detail: ({ id, state }) => (state === 'archived' || state === 'failed' ? { request: id, state } : null),
})
