import { type Limit, consume, consumeOne, refund } from '@/lib/platform/rate-limit/rate-limit'
import { acceptWork, createChallenge } from './proof-of-work'

type Guess = { what: 'password' | 'code'; account: string; caller: string; device: string | null }

/**
 * The limits on guessing a password or code. A device on which this person has signed in before has a separate limit,
 * which attempts from other devices can't exhaust.
 */
const callerLimits = ({ what, account, caller, device }: Guess): Limit[] =>
  device
    ? [{ who: [what, 'device', device], tries: 10, minutes: 15 }]
    : [
        { who: [what, 'both', account, caller], tries: 8, minutes: 15 },
        { who: [what, 'caller', caller], tries: 40, minutes: 15 },
      ]

/** All attempts on an account from unknown devices together. */
const accountLimit = ({ what, account }: Guess): Limit => ({ who: [what, 'account', account], tries: 100, minutes: 60 })

/** About a quarter of a million hashes: a second or a few in a browser. Each doubling of the attempts doubles them. */
const BITS = { first: 18, most: 21 }

export type Attempt =
  | { may: 'try'; /** Takes the attempt back, because it was no wrong guess. */ succeed: () => Promise<void> }
  | { may: 'wait'; minutes: number }
  | { may: 'work'; challenge: string }

/**
 * Counts an attempt to sign in, on all servers. Strangers can use up an account's attempts; the password is then still
 * checked, but costs a proof of work, so that they can't lock its owner out. A code is asked for only after the right
 * password, so its limit rejects.
 */
export async function beginAttempt(guess: Guess, proof = ''): Promise<Attempt> {
  const limits = callerLimits(guess)
  const wait = await consume(limits)
  if (wait) return { may: 'wait', minutes: wait }
  if (!guess.device) {
    const limit = accountLimit(guess)
    const { used, wait } = await consumeOne(limit)
    limits.push(limit)
    if (used > limit.tries) {
      if (guess.what === 'code') return { may: 'wait', minutes: wait }
      if (!(await acceptWork(proof, guess.account))) {
        await refund(limits)
        const bits = Math.min(BITS.most, BITS.first + Math.floor(Math.log2(used / limit.tries)))
        return { may: 'work', challenge: createChallenge(guess.account, bits) }
      }
    }
  }
  return { may: 'try', succeed: () => refund(limits) }
}
