import { headers } from 'next/headers'
import { refund, consumeOrThrow, inviteLimits } from '@/lib/platform/rate-limit/rate-limit'
import { clientKey } from '@/lib/platform/http/client-address'
import type { Command } from '@/lib/platform/commands/command'

/** A command that a secret link allows; trying links out has its limit. */
export const openLink =
  <R>(run: Command<R>) =>
  async (...given: Parameters<Command>): Promise<R> => {
    const turns = inviteLimits(clientKey({ headers: await headers() }))
    await consumeOrThrow(turns)
    const result = await run(...given)
    await refund(turns)
    return result
  }
