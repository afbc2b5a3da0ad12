/** Messages by field: what is wrong and what to do. The empty name is for the input as a whole. */
export type Issues = Record<string, string[]>

/** The actor lacks the permission. Nothing was read or changed. */
export class Forbidden extends Error {
  override name = 'Forbidden'
  constructor(readonly permission: string) {
    super('You may not do this. Sign in with an account that may.')
  }
}

/** The input is invalid. Nothing was changed. */
export class Invalid extends Error {
  override name = 'Invalid'
  constructor(readonly issues: Issues) {
    super('Some of this needs correcting. Nothing was changed.')
  }
}

/** The record does not exist. */
export class NotFound extends Error {
  override name = 'NotFound'
  constructor(message = 'There is no such entry.') {
    super(message)
  }
}

/** The record was changed meanwhile, or others link to it. Nothing was changed. */
export class Conflict extends Error {
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
