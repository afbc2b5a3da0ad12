import { headers } from 'next/headers'
import { giveBack, needTurn, opening } from '@/lib/platform/rate-limit/rate-limit'
import { callerOf } from '@/lib/platform/http/client-address'
import type { Command } from '@/lib/platform/commands/command'

/** A command that a secret link allows; trying links out has its limit. */
export const byLink =
  <R>(run: Command<R>) =>
  async (...given: Parameters<Command>): Promise<R> => {
    const turns = opening(callerOf({ headers: await headers() }))
    await needTurn(turns)
    const result = await run(...given)
    await giveBack(turns)
    return result
  }
