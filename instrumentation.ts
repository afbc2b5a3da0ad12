import { markBodyUnreadable } from '@/lib/platform/request-context/request-context'

// What Next and React say of a form that can't be read: cut off, too long, or made by hand.
const UNREADABLE =
  /Failed to parse body|Unexpected end of form|Body exceeded|Invalid Server Actions request|is not valid JSON|JSON at position|end of JSON input|Invalid (forward )?reference|Invalid (Map|Set|Iterator) initializer|Already initialized|not a Blob|incomplete file part|Multipart: Boundary not found|CreateListFromArrayLike|of null \(reading 'length'\)|Connection closed|cyclic thenables|Maximum (array|nesting)|data for bytes stream/i

/** Called with whatever was thrown while an answer was made. */
export const onRequestError = (error: unknown, request: { method: string }): void => {
  if (request.method === 'POST' && error instanceof Error && UNREADABLE.test(error.message)) markBodyUnreadable()
}
