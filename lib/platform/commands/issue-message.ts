import type { z } from 'zod'
import { messageKey } from '@/lib/platform/i18n/message-key'

/** Zod's default messages, which are for programmers. */
const ZOD_DEFAULT_MESSAGE = /^(Invalid|Too (small|big)|Unrecognized)/

const UNITS: Record<string, string> = { string: 'Characters', array: 'Items' }

const limitMessage = (origin: unknown, count: unknown, limit: 'min' | 'max'): string =>
  messageKey(`validation.${limit}${UNITS[String(origin)] ?? ''}`, { count: String(count) })

/** The message key of an issue, for the person who filled in the field. */
export const issueMessage = (issue: z.core.$ZodIssue): string => {
  const { message } = issue
  if (!ZOD_DEFAULT_MESSAGE.test(message)) return message
  if (/received (undefined|null)$/.test(message)) return 'validation.required'
  if (issue.code === 'invalid_value') return 'validation.option'
  if (issue.code === 'too_small') {
    const empty = Number(issue.minimum) === 1 && (issue.origin === 'string' || issue.origin === 'array')
    if (empty) return issue.origin === 'string' ? 'validation.required' : 'validation.atLeastOne'
    return limitMessage(issue.origin, issue.minimum, 'min')
  }
  if (issue.code === 'too_big') return limitMessage(issue.origin, issue.maximum, 'max')
  if (issue.code === 'unrecognized_keys')
    return messageKey('validation.unknownField', { names: issue.keys.join(', ').slice(0, 200) })
  if (issue.code === 'invalid_format' && /date$/.test(message)) return 'validation.day'
  return 'validation.malformed'
}
