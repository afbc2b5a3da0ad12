import { Logger } from 'graphile-worker'

/** Says nothing. */
export const QUIET_LOG = new Logger(() => () => {})

/** Passes on what the queue warns of; its every step is no news. */
export const logWarningsTo = (warn: (message: string) => void): Logger =>
  new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') warn(message)
  })
