import { Logger } from 'graphile-worker'

/** Discards everything. */
export const QUIET_LOG = new Logger(() => () => {})

/** Passes on warnings and errors of the queue. */
export const logWarningsTo = (warn: (message: string) => void): Logger =>
  new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') warn(message)
  })
