// Also runs in the browser. The hash is a library's, because browsers offer theirs over TLS only.
import { sha256 } from '@noble/hashes/sha2.js'

/** The duration of one slice of work, in milliseconds; between slices the browser may do something else. */
const SLICE_MS = 30

/** The number of leading zero bits that a challenge asks for. */
export const bitsOf = (challenge: string): number => Number(challenge.split('.')[1])

export function leadingZeroBits(hash: Uint8Array): number {
  const full = hash.findIndex((byte) => byte !== 0)
  return full < 0 ? hash.length * 8 : full * 8 + Math.clz32(hash[full]!) - 24
}

/** Finds a number with which the challenge's hash begins with enough zero bits. Null if it was stopped before. */
export async function solveWork(challenge: string, signal?: AbortSignal): Promise<string | null> {
  const [bits, encoder] = [bitsOf(challenge), new TextEncoder()]
  let pauseAt = performance.now() + SLICE_MS
  for (let number = 0; !signal?.aborted; number++) {
    const proof = `${challenge}:${number}`
    if (leadingZeroBits(sha256(encoder.encode(proof))) >= bits) return proof
    if (number % 100 || performance.now() < pauseAt) continue
    await new Promise((resolve) => setTimeout(resolve))
    pauseAt = performance.now() + SLICE_MS
  }
  return null
}
