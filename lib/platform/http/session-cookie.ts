import { createHmac } from 'node:crypto'
import { settings } from '@/lib/platform/settings/settings'
import { timingSafeEqualText } from '@/lib/platform/http/timing-safe-equal'

const SESSION = /(?:^|;\s*)(?:__Host-)?admin\.session_token=([^;]+)/

/** A session's token as better-auth makes it. */
const TOKEN = /^[A-Za-z0-9]{32}$/

/**
 * Returns true if a Cookie header carries a session token with our signature. The session may have ended, which only the
 * database knows, so this decides priority and body limits, never permission.
 */
export function hasSessionCookie(cookies: string | undefined): boolean {
  const [, encoded] = SESSION.exec(cookies ?? '') ?? []
  const value = encoded && decode(encoded)
  if (!value) return false
  const end = value.lastIndexOf('.')
  if (!TOKEN.test(value.slice(0, end))) return false
  const signature = Buffer.from(value.slice(end + 1), 'base64')
  const expected = createHmac('sha256', settings().authSecret ?? '')
    .update(value.slice(0, end))
    .digest()
  return timingSafeEqualText(signature, expected)
}

const decode = (text: string): string | null => {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
