import { createHash, createHmac } from 'node:crypto'
import { newId } from '@/lib/platform/publishing/ids'
import { signingKey } from '@/lib/platform/settings/signing-key'
import { timingSafeEqualText } from '@/lib/platform/http/timing-safe-equal'

// A signed token with a minimum age: people take a moment between review and sending, bots do not. The form itself is
// the same for every reader, so it can be cached.

const MIN_AGE_MS = 2_000
const MAX_AGE_MS = 2 * 60 * 60_000

const sign = (payload: string): string =>
  createHmac('sha256', signingKey('suggestion-form')).update(`suggestion ${payload}`).digest('base64url')

const digest = (content: unknown): string => createHash('sha256').update(JSON.stringify(content)).digest('base64url')

/** Token for reviewed content: time, receipt and signature. The receipt makes sending idempotent. */
export const createFormToken = (content: unknown, now = Date.now()): string => {
  const payload = `${now}.${newId()}${newId()}`
  return `${payload}.${sign(`${payload}.${digest(content)}`)}`
}

export type FormToken = { fits: true; receipt: string } | { fits: false; because: 'early' | 'late' | 'forged' }

export const readFormToken = (token: string, content: unknown, now = Date.now()): FormToken => {
  const [at = '', receipt = '', signature = ''] = token.split('.')
  if (!timingSafeEqualText(signature, sign(`${at}.${receipt}.${digest(content)}`)))
    return { fits: false, because: 'forged' }
  const age = now - Number(at)
  if (age > MAX_AGE_MS) return { fits: false, because: 'late' }
  return age < MIN_AGE_MS ? { fits: false, because: 'early' } : { fits: true, receipt }
}
