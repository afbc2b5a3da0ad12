import { z } from 'zod'
import { command } from '@/lib/platform/commands/command'
import { Conflict, NotFound } from '@/lib/platform/errors/errors'
import { amendSource } from './amend-source'

/** Puts the address of an archive's copy into the source's working copy. */
export const takeArchivedCopy = command({
  name: 'sources.take-copy',
  permission: 'draft:save',
  input: z.strictObject({ request: z.uuid() }),
  run: async ({ tx, actor, input: { request } }) => {
    const found = await tx.archiveRequest.findUnique({ where: { id: request } })
    if (!found?.sourceId) throw new NotFound('sources.wrong.noRequest')
    const { archiveUrl } = found
    if (!archiveUrl) throw new Conflict('sources.wrong.noCopy')
    return amendSource(tx, actor, found.sourceId, (data) =>
      data.archiveUrl === archiveUrl ? null : { ...data, archiveUrl },
    )
  },
  detail: (_, { draftId, changed }) => (changed ? { draft: draftId } : null),
})
