import type { z } from 'zod'

/** Zod's default messages, which are for programmers. */
const ZOD_DEFAULT_MESSAGE = /^(Invalid|Too (small|big)|Unrecognized)/

const limitMessage = (origin: unknown, count: unknown, most: boolean): string => {
  const limit = most ? `At most ${String(count)}` : `At least ${String(count)}`
  return origin === 'string' ? `${limit} characters.` : `${limit}.`
}

/** An issue as a sentence for the person who filled in the field. */
export const plainIssueText = (issue: z.core.$ZodIssue): string => {
  const { message } = issue
  if (!ZOD_DEFAULT_MESSAGE.test(message)) return message
  if (/received (undefined|null)$/.test(message)) return 'Fill this in.'
  if (issue.code === 'invalid_value') return 'Choose one of the options.'
  if (issue.code === 'too_small') {
    const empty = Number(issue.minimum) === 1 && (issue.origin === 'string' || issue.origin === 'array')
    if (empty) return issue.origin === 'string' ? 'Fill this in.' : 'Add at least one.'
    return limitMessage(issue.origin, issue.minimum, false)
  }
  if (issue.code === 'too_big') return limitMessage(issue.origin, issue.maximum, true)
  if (issue.code === 'unrecognized_keys') return `There is no such field: ${issue.keys.join(', ')}.`
  if (issue.code === 'invalid_format' && /date$/.test(message)) return 'Write a day such as 2025-01-31.'
  return 'This is not written as it should be.'
}
