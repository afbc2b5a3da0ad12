import { type MessageValues, messageKey } from '@/lib/platform/i18n/message-key'

/** Messages by field: what is wrong and what to do. The empty name is for the input as a whole. */
export type Issues = Record<string, string[]>

/** An error for people. `code` is the key of its message in `messages/admin`. */
class MessageError extends Error {
  constructor(
    readonly code: string,
    readonly values: MessageValues = {},
  ) {
    super(messageKey(code, values))
  }
}

/** The actor lacks the permission. Nothing was read or changed. */
export class Forbidden extends MessageError {
  override name = 'Forbidden'
  constructor(readonly permission: string) {
    super('publishing.forbidden')
  }
}

/** The input is invalid. Nothing was changed. */
export class Invalid extends MessageError {
  override name = 'Invalid'
  constructor(readonly issues: Issues) {
    super('publishing.invalid')
  }
}

/** The record does not exist. */
export class NotFound extends MessageError {
  override name = 'NotFound'
  constructor(code = 'publishing.notFound', values?: MessageValues) {
    super(code, values)
  }
}

/** The record was changed meanwhile, or others link to it. Nothing was changed. */
export class Conflict extends MessageError {
  override name = 'Conflict'
}

/** The HTTP status of an error. Any other error is a bug: 500. */
export const statusOf = (error: unknown): number =>
  error instanceof Forbidden
    ? 403
    : error instanceof Invalid
      ? 422
      : error instanceof NotFound
        ? 404
        : error instanceof Conflict
          ? 409
          : 500
