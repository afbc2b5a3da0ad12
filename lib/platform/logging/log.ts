import pino, { type Logger } from 'pino'

/** Structured logs for operators. They contain no data about readers: no IP address, query or cookie. */
export const openLog = (level: string, to: pino.DestinationStream = pino.destination({ sync: true })): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: (error: unknown) => serializeError(error) },
    },
    to,
  )

/** The longest part of a text that is read, and the longest that is logged. */
const MAX_READ = 10_000
const MAX_SHOWN = 300

/** The most causes of an error that are logged. */
const MAX_CAUSES = 5

/**
 * Masks user input that an error message may quote, and joins the message to one line: quoted text (from the first mark
 * to the last), words with an @, and query strings. Where a text is too long to be read, what its end would have shown
 * counts as quoted.
 */
export const masked = (text: string): string => {
  const isCut = text.length > MAX_READ
  const read = isCut ? `${text.slice(0, MAX_READ)}"'@` : text
  return withoutQuotations(read)
    .replace(/\S+/gu, maskedWord)
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, MAX_SHOWN)
}

const withoutQuotations = (text: string): string => {
  const spans = [spanOf(text, /["`“]/u, ['"', '`', '”']), spanOf(text, /(?<![\p{L}\d])'/u, ["'"])]
  let shown = ''
  let at = 0
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (end <= at) continue
    shown += `${text.slice(at, Math.max(at, start))}…`
    at = end
  }
  return shown + text.slice(at)
}

/** From the first opening mark to the last closing one; empty where there is no such pair. */
const spanOf = (text: string, opening: RegExp, closing: string[]): { start: number; end: number } => {
  const start = text.search(opening)
  const last = Math.max(...closing.map((mark) => text.lastIndexOf(mark)))
  return start >= 0 && start < last ? { start, end: last + 1 } : { start: 0, end: 0 }
}

const maskedWord = (word: string): string => {
  if (word.includes('@')) return '…'
  const query = word.indexOf('?')
  return query < 0 || query === word.length - 1 ? word : `${word.slice(0, query)}…`
}

type Failure = { code?: unknown; digest?: unknown; table?: unknown; constraint?: unknown; cause?: unknown }

/** Serializes an error for the log: type, masked message, codes, stack frames and cause. Other fields are dropped. */
export function serializeError(error: unknown, causes = MAX_CAUSES): object {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code, digest, table, constraint, cause } = error as Failure
  const names = Object.entries({ code, digest, table, constraint }).filter(([, value]) => typeof value === 'string')
  return {
    type: error.name,
    message: masked(error.message),
    ...Object.fromEntries(names.map(([name, value]) => [name, masked(value as string)])),
    at: framesOf(error),
    ...(cause instanceof Error && causes > 0 && { cause: serializeError(cause, causes - 1) }),
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
