import { headers } from 'next/headers'
import { refund, consumeOrThrow, inviteLimits } from '@/lib/platform/rate-limit/rate-limit'
import { clientKey } from '@/lib/platform/http/client-address'
import type { Command } from '@/lib/platform/commands/command'

/** Rate-limits commands authorized by a secret link. Successful calls are refunded. */
export const openLink =
  <R>(run: Command<R>) =>
  async (...args: Parameters<Command>): Promise<R> => {
    const limits = inviteLimits(clientKey({ headers: await headers() }))
    await consumeOrThrow(limits)
    const result = await run(...args)
    await refund(limits)
    return result
  }
