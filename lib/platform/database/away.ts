/** Errors of Node and PostgreSQL that say that the database can't be reached, ends, or has no room for us now. */
const CODES =
  /^(ECONN(REFUSED|RESET|ABORTED)|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|08...|57P0[1-4]|53[0-3]00|57014|55P03)$/
const WORDS = /timeout exceeded when trying to connect|connection terminated|client has encountered a connection error/i

/** Whether an error means that the database is away or overloaded, and that the same request may work in a moment. */
export const isAway = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return CODES.test(code) || WORDS.test(error.message) || isAway(error.cause)
}
