import type { Actor } from '@/lib/platform/commands/permissions'
import type { Transaction } from '@/lib/platform/database/write'
import { Invalid, type Issues } from '@/lib/platform/errors/errors'

/** A working copy as its checks see it. */
export type ToPublish = {
  id: string
  type: string
  recordId: string
  title: string
  data: unknown
  authorId: string
}

/** What still stands in the way of publishing these drafts together: an issue for each field, or none. */
export type PublishChecks = (tx: Transaction, actor: Actor, drafts: readonly ToPublish[]) => Promise<Issues>

/** @throws Invalid with all that stands in the way. */
export async function assertPublishable(
  ready: PublishChecks,
  tx: Transaction,
  actor: Actor,
  drafts: readonly ToPublish[],
) {
  const issues = await ready(tx, actor, drafts)
  if (Object.keys(issues).length) throw new Invalid(issues)
}
