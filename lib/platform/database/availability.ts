/** Error codes of Node, PostgreSQL and Prisma for a database that is unreachable, shutting down or overloaded. */
const NODE_CODES = 'ECONN(REFUSED|RESET|ABORTED)|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN'
const POSTGRES_CODES = '08...|57P0[1-4]|53[0-3]00|57014|55P03|58030'
const PRISMA_CODES = 'P10(01|02|08|17)|P20(24|28)'
const CODES = new RegExp(`^(${NODE_CODES}|${POSTGRES_CODES}|${PRISMA_CODES})$`)
const MESSAGES =
  /timeout exceeded when trying to connect|connection terminated|closed the connection|client has encountered a connection error|no space left on device/i

/** The fields of an error, or of one that it wraps: Prisma keeps PostgreSQL's error in `meta` or `cause`. */
type ErrorFields = { code?: unknown; originalCode?: unknown; message?: unknown; cause?: unknown; meta?: unknown }

/** True if an error means that the database is unreachable or overloaded, so that a retry may succeed. */
export const isDatabaseUnavailable = (error: unknown): boolean => {
  if (typeof error !== 'object' || error === null) return false
  const { code, originalCode, message, cause, meta } = error as ErrorFields
  if (CODES.test(String(code)) || CODES.test(String(originalCode)) || MESSAGES.test(String(message))) return true
  return (
    isDatabaseUnavailable(cause) ||
    isDatabaseUnavailable((meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError)
  )
}
