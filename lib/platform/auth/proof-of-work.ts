import { createHash, createHmac, randomBytes } from 'node:crypto'
import { timingSafeEqualText } from '@/lib/platform/http/timing-safe-equal'
import { consume } from '@/lib/platform/rate-limit/rate-limit'
import { signingKey } from '@/lib/platform/settings/signing-key'
import { bitsOf, leadingZeroBits } from './solve-work'

/** A challenge can be answered for this long. */
const MINUTES = 10

const sign = (account: string, nonce: string, bits: number, expires: number): string =>
  createHmac('sha256', signingKey('proof-of-work'))
    .update(JSON.stringify(['work', account, nonce, bits, expires]))
    .digest('base64url')

/** Asks for about 2^bits hashes for one attempt on this account. */
export function createChallenge(account: string, bits: number): string {
  const [nonce, expires] = [randomBytes(18).toString('base64url'), Date.now() + MINUTES * 60_000]
  return [nonce, bits, expires, sign(account, nonce, bits, expires)].join('.')
}

/** Accepts a proof of work once: "challenge:number", made for this account. */
export async function acceptWork(proof: string, account: string): Promise<boolean> {
  const [challenge = ''] = proof.split(':', 1)
  const [nonce = '', , expires = '', signature = ''] = challenge.split('.')
  const bits = bitsOf(challenge)
  if (proof.length > 300 || !timingSafeEqualText(signature, sign(account, nonce, bits, Number(expires)))) return false
  if (Number(expires) < Date.now() || leadingZeroBits(createHash('sha256').update(proof).digest()) < bits) return false
  return (await consume([{ who: ['work', nonce], tries: 1, minutes: MINUTES }])) === null
}
