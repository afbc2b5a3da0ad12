import { createHmac } from 'node:crypto'
import { settings } from '@/lib/platform/settings/settings'
import { timingSafeEqualText } from '@/lib/platform/http/timing-safe-equal'

const SESSION = /(?:^|;\s*)(?:__Host-)?admin\.session_token=([^;]+)/

/**
 * Whether a Cookie header has a session that was once given out here, by its signature: whether it is still open, only
 * the database knows. Enough to let somebody go before strangers.
 */
export function hasSessionCookie(cookies: string | undefined): boolean {
  const [, written] = SESSION.exec(cookies ?? '') ?? []
  const value = written && decoded(written)
  if (!value) return false
  const end = value.lastIndexOf('.')
  const given = Buffer.from(value.slice(end + 1), 'base64')
  const wanted = createHmac('sha256', settings().authSecret ?? '')
    .update(value.slice(0, end))
    .digest()
  return end > 0 && timingSafeEqualText(given, wanted)
}

const decoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
