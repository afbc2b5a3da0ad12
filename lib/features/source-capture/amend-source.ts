import type { Actor } from '@/lib/platform/commands/permissions'
import type { Transaction } from '@/lib/platform/database/write'
import { NotFound } from '@/lib/platform/errors/errors'
import { type Data, draftIdOf, lastVersion, saveWorkingCopy } from '@/lib/platform/publishing/working-copy'
import { draftHeading } from '@/lib/records/draft-heading'

/** Changes a source's draft, creating it if needed. Writes nothing if `change` returns null. */
export async function amendSource(
  tx: Transaction,
  actor: Actor,
  sourceId: string,
  change: (data: Data) => Data | null,
): Promise<{ draftId: string; changed: boolean }> {
  const link = { type: 'sources', id: sourceId }
  const draftId = draftIdOf(link)
  await tx.$queryRaw`SELECT id FROM draft WHERE id = ${draftId} FOR UPDATE`
  const draft = await tx.draft.findUnique({ where: { id: draftId } })
  const last = await lastVersion(tx, link)
  const open = draft?.state === 'discarded' && last ? null : draft
  const current = open?.data ?? last?.data
  if (!current) throw new NotFound()
  const data = change(current as Data)
  if (!data) return { draftId, changed: false }
  const baseVersion = open?.baseVersion ?? last?.version ?? 0
  const part = { type: 'sources', recordId: sourceId, baseVersion, data, written: 'part' as const }
  await saveWorkingCopy(tx, actor, draftHeading, part)
  return { draftId, changed: true }
}
