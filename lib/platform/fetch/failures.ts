/** The reasons why a document can't be read. The texts are in `messages/admin/sources`. */
export const FAILURE_CODES = [
  'not_an_address',
  'credentials',
  'port',
  'private',
  'unknown_host',
  'unreachable',
  'insecure',
  'too_slow',
  'too_large',
  'too_complex',
  'too_long',
  'busy',
  'redirects',
  'status',
  'damaged',
  'pdf',
  'type',
  'no_text',
] as const
export type FailureCode = (typeof FAILURE_CODES)[number]

export const isFailureCode = (text: string): text is FailureCode => (FAILURE_CODES as readonly string[]).includes(text)

/** `detail` is the server's status code, content type or the like. */
export type Failure = { code: FailureCode; detail?: string }

/** A document can't be read. */
export class Unreadable extends Error {
  override name = 'Unreadable'
  constructor(
    readonly failure: Failure,
    /** The last response on the way: its address after redirects, and its status. */
    readonly reached: { url: string; status: number | null } | null = null,
  ) {
    super([failure.code, failure.detail].filter(Boolean).join(': '))
  }
}
