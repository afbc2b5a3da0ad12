import { sayUnreadable } from '@/lib/platform/web/status'

// What Next and React say of a form that can't be read: cut off, too long, or made by hand.
const UNREADABLE =
  /Failed to parse body|Unexpected end of form|Malformed (content|part)|Multipart: Boundary|Body exceeded|Invalid Server Actions request|Invalid reference|Connection closed|Invalid state hash|Maximum array nesting/i

/** Called with whatever was thrown while an answer was made. */
export const onRequestError = (error: unknown, request: { method: string }): void => {
  if (request.method === 'POST' && error instanceof Error && UNREADABLE.test(error.message)) sayUnreadable()
}
