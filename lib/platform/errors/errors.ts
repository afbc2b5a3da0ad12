/** Field name → what is wrong with it and what to do; the empty name is for the whole. */
export type Issues = Record<string, string[]>

/** The actor may not do this. Nothing was read or changed. */
export class Forbidden extends Error {
  override name = 'Forbidden'
  constructor(readonly permission: string) {
    super('You may not do this. Sign in with an account that may.')
  }
}

/** The input is not well-formed; the issues say where. Nothing was changed. */
export class Invalid extends Error {
  override name = 'Invalid'
  constructor(readonly issues: Issues) {
    super('Some of this needs correcting. Nothing was changed.')
  }
}

/** There is no such record. */
export class NotFound extends Error {
  override name = 'NotFound'
  constructor(message = 'There is no such entry.') {
    super(message)
  }
}

/** The record changed since, or others rest on it. Nothing was changed. */
export class Conflict extends Error {
  override name = 'Conflict'
}

/** The one map from an error to its HTTP status; anything else is ours and a 500. */
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
