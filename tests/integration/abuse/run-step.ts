import { continueBulkRun } from '@/lib/features/editing/bulk'
import { publishScheduled } from '@/lib/features/review/publish-scheduled'
import { COMMANDS } from '@/lib/features/commands'
import { isDatabaseUnavailable } from '@/lib/platform/database/availability'
import type { Actor } from '@/lib/platform/commands/permissions'
import { Conflict, Forbidden, Invalid, NotFound } from '@/lib/platform/errors/errors'
import { startBulk } from '@/lib/platform/publishing/bulk-runs'

type Call = { command: string; actor: Actor; input: Record<string, unknown> }

/** Runs one call. Returns whether it was done; a refusal is an answer. @throws what is none of the four errors */
export async function runStep({ command, actor, input }: Call): Promise<boolean> {
  try {
    if (command === 'test.publish-scheduled') await publishScheduled()
    else if (command === 'test.bulk') await continueBulkRun(actor, (await startBulk(actor, input)).id)
    else {
      const run = COMMANDS.find(({ commandName }) => commandName === command)
      if (!run) return false
      await run(actor, input)
    }
    return true
  } catch (error) {
    if ([Conflict, Forbidden, Invalid, NotFound].some((one) => error instanceof one)) return false
    // A busy machine: the person is told to try again.
    if (isDatabaseUnavailable(error)) return false
    throw error
  }
}
