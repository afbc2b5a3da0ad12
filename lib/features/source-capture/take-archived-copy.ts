import { z } from 'zod'
import { command } from '@/lib/platform/commands/command'
import { Conflict, NotFound } from '@/lib/platform/errors/errors'
import { amendSource } from './amend-source'

/** Copies the archive URL of a request into the source's draft. */
export const takeArchivedCopy = command({
  name: 'sources.take-copy',
  permission: 'draft:save',
  input: z.strictObject({ request: z.uuid() }),
  run: async ({ tx, actor, input: { request } }) => {
    const request_ = await tx.archiveRequest.findUnique({ where: { id: request } })
    if (!request_?.sourceId) throw new NotFound('sources.wrong.noRequest')
    const { archiveUrl } = request_
    if (!archiveUrl) throw new Conflict('sources.wrong.noCopy')
    return amendSource(tx, actor, request_.sourceId, (data) =>
      data.archiveUrl === archiveUrl ? null : { ...data, archiveUrl },
    )
  },
  detail: (_, { draftId, changed }) => (changed ? { draft: draftId } : null),
})
