import { createHash, createHmac } from 'node:crypto'
import { newId } from '@/lib/platform/publishing/ids'
import { settings } from '@/lib/platform/settings/settings'
import { timingSafeEqualText } from '@/lib/platform/http/timing-safe-equal'

// Between reading over what one wrote and sending it lies a moment. Programs that fill in forms don't take it, and the
// form itself holds nothing that is different for each reader, so that caches may keep it.

const SOONEST = 2_000
const LATEST = 2 * 60 * 60_000

const sign = (words: string): string =>
  createHmac('sha256', settings().authSecret ?? '')
    .update(`suggestion ${words}`)
    .digest('base64url')

const digest = (content: unknown): string => createHash('sha256').update(JSON.stringify(content)).digest('base64url')

/** When this content was looked over, and the receipt that it will have: sent twice, it is still one. */
export const createFormToken = (content: unknown, now = Date.now()): string => {
  const words = `${now}.${newId()}${newId()}`
  return `${words}.${sign(`${words}.${digest(content)}`)}`
}

export type FormToken = { fits: true; receipt: string } | { fits: false; because: 'early' | 'late' | 'forged' }

export const readFormToken = (given: string, content: unknown, now = Date.now()): FormToken => {
  const [at = '', receipt = '', signature = ''] = given.split('.')
  if (!timingSafeEqualText(signature, sign(`${at}.${receipt}.${digest(content)}`)))
    return { fits: false, because: 'forged' }
  const age = now - Number(at)
  if (age > LATEST) return { fits: false, because: 'late' }
  return age < SOONEST ? { fits: false, because: 'early' } : { fits: true, receipt }
}
