import type { Actor } from '@/lib/platform/commands/permissions'
import type { Transaction } from '@/lib/platform/database/write'
import { Invalid, type Issues } from '@/lib/platform/errors/errors'

/** A draft as its checks see it. */
export type ToPublish = {
  id: string
  type: string
  recordId: string
  title: string
  data: unknown
  /** Everybody who wrote something of its data. */
  writerIds: readonly string[]
  /** The author of the announcement: its kind and public note. */
  announcedById: string | null
}

/** The issues, by field, that prevent these drafts from being published together. */
export type PublishChecks = (tx: Transaction, actor: Actor, drafts: readonly ToPublish[]) => Promise<Issues>

/** @throws Invalid with the issues of all checks. */
export async function assertPublishable(
  checks: PublishChecks,
  tx: Transaction,
  actor: Actor,
  drafts: readonly ToPublish[],
) {
  const issues = await checks(tx, actor, drafts)
  if (Object.keys(issues).length) throw new Invalid(issues)
}
