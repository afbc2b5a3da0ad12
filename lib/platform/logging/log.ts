import pino, { type Logger } from 'pino'

/** Structured logs for operators. They contain no data about readers: no IP address, query or cookie. */
export const openLog = (level: string, to: pino.DestinationStream = pino.destination({ sync: true })): Logger =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: serializeError } }, to)

/** Text that may be personal data: quoted text (from the first mark to the last), e-mail addresses, and query strings. */
const SOMEBODYS = /["`“][^]*["`”]|(?<![\p{L}\d])'[^]*'|\S*@\S*|\?\S+/gu

/** Masks user input that an error message may quote, and joins the message to one line. */
export const masked = (text: string): string =>
  text
    .replace(SOMEBODYS, '…')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, 300)

type Failure = { code?: unknown; digest?: unknown; table?: unknown; constraint?: unknown; cause?: unknown }

/** Serializes an error for the log: type, masked message, codes, stack frames and cause. Other fields are dropped. */
export function serializeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code, digest, table, constraint, cause } = error as Failure
  const names = Object.entries({ code, digest, table, constraint }).filter(([, value]) => typeof value === 'string')
  return {
    type: error.name,
    message: masked(error.message),
    ...Object.fromEntries(names.map(([name, value]) => [name, masked(value as string)])),
    at: framesOf(error),
    ...(cause instanceof Error && cause !== error && { cause: serializeError(cause) }),
  }
}

/** The stack frames of an error. The message is cut off first, because it may contain lines that look like frames. */
const framesOf = ({ stack = '', message }: Error): string[] =>
  (stack.slice(stack.indexOf(message) + message.length).match(/^ {4}at .+$/gm) ?? [])
    .slice(0, 12)
    .map((frame) => frame.trim())

/** Redirects console errors and process warnings of the framework and libraries to the log. */
export function takeOver(log: Logger): void {
  const line =
    (level: 'error' | 'warn') =>
    (...said: unknown[]) => {
      const error = said.find((one) => one instanceof Error)
      const words = said.filter((one) => typeof one === 'string').join(' ')
      log[level](error ? { err: error } : {}, masked(words) || 'the framework says')
    }
  Object.assign(console, { error: line('error'), warn: line('warn'), trace: line('warn') })
  process.removeAllListeners('warning').on('warning', line('warn'))
}
