import { z } from 'zod'
import { command } from '@/lib/platform/commands/command'
import type { Actor } from '@/lib/platform/commands/permissions'
import type { Transaction } from '@/lib/platform/database/write'
import { Conflict, NotFound } from '@/lib/platform/errors/errors'
import { enqueue } from '@/lib/platform/jobs/enqueue'
import { settings } from '@/lib/platform/settings/settings'

const OPEN = ['waiting', 'sent']

/** The job that processes the requests. */
export const ARCHIVE_JOB = 'archive'

/** Creates a request, unless one for this address is open. Null where no archive is configured. */
export async function requestCopy(
  tx: Transaction,
  actor: Actor,
  { url, sourceId }: { url: string; sourceId: string | null },
): Promise<string | null> {
  if (!settings().archive) return null
  const open = await tx.archiveRequest.findFirst({ where: { url, state: { in: OPEN } }, select: { id: true } })
  if (open) return open.id
  const { id } = await tx.archiveRequest.create({ data: { url, sourceId, byId: actor.id, nextAt: new Date() } })
  await enqueue(tx, ARCHIVE_JOB, 'now')
  return id
}

/** Requests an archived copy of an address. */
export const requestArchive = command({
  name: 'archive.request',
  permission: 'source:capture',
  input: z.strictObject({
    url: z.url({ protocol: /^https?$/ }).max(2_000),
    sourceId: z
      .string()
      .regex(/^[0-9a-z]{10}$/)
      .nullable()
      .default(null),
  }),
  run: async ({ tx, actor, input }) => {
    const id = await requestCopy(tx, actor, input)
    if (!id) throw new Conflict('sources.wrong.noArchive')
    return id
  },
  detail: ({ sourceId }, request) => ({ source: sourceId, request }),
})

/** Retries a failed request. */
export const retryArchive = command({
  name: 'archive.retry',
  permission: 'source:capture',
  input: z.strictObject({ id: z.uuid() }),
  run: async ({ tx, input: { id } }) => {
    if (!settings().archive) throw new Conflict('sources.wrong.noArchive')
    const found = await tx.archiveRequest.findUnique({ where: { id }, select: { state: true } })
    if (!found) throw new NotFound('sources.wrong.noRequest')
    if (found.state !== 'failed') throw new Conflict('sources.wrong.notFailed')
    const again = { state: 'waiting', attempts: 0, job: null, error: null, nextAt: new Date(), updatedAt: new Date() }
    await tx.archiveRequest.update({ where: { id }, data: again })
    await enqueue(tx, ARCHIVE_JOB, 'now')
  },
  detail: ({ id }) => ({ request: id }),
})
