import pino, { type Logger } from 'pino'

/** Structured lines for operators. Nothing about readers is written: no address, no query, no cookie. */
export const openLog = (level: string, to: pino.DestinationStream = pino.destination({ sync: true })): Logger =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: told } }, to)

/** What may be somebody's: all from the first quotation mark to the last, addresses of people, what follows a "?". */
const SOMEBODYS = /["`“][^]*["`”]|(?<![\p{L}\d])'[^]*'|\S*@\S*|\?\S+/gu

/** A message as one line without what somebody may have sent; whoever wrote it may have quoted that. */
export const masked = (text: string): string =>
  text
    .replace(SOMEBODYS, '…')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, 300)

type Failure = { code?: unknown; digest?: unknown; table?: unknown; constraint?: unknown; cause?: unknown }

/** What is written of an error: what went wrong and where in the code, and nothing that it carries along. */
export function told(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code, digest, table, constraint, cause } = error as Failure
  const names = Object.entries({ code, digest, table, constraint }).filter(([, value]) => typeof value === 'string')
  return {
    type: error.name,
    message: masked(error.message),
    ...Object.fromEntries(names.map(([name, value]) => [name, masked(value as string)])),
    at: framesOf(error),
    ...(cause instanceof Error && cause !== error && { cause: told(cause) }),
  }
}

/** Where in the code; a message that looks like such lines is none. */
const framesOf = ({ stack = '', message }: Error): string[] =>
  (stack.slice(stack.indexOf(message) + message.length).match(/^ {4}at .+$/gm) ?? [])
    .slice(0, 12)
    .map((frame) => frame.trim())

/** What the framework and libraries say of failures becomes lines as all others. */
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
