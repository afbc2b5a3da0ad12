import { hkdfSync } from 'node:crypto'
import { settings } from './settings'

/**
 * The key of one purpose, derived from AUTH_SECRET. What the site signs for one purpose, and may hand to anybody, is
 * thereby no valid signature for another, such as a session.
 */
export const signingKey = (purpose: 'counters' | 'suggestion-form' | 'proof-of-work' | 'trusted-device'): Buffer =>
  Buffer.from(hkdfSync('sha256', settings().authSecret ?? '', '', `local-record ${purpose}`, 32))
