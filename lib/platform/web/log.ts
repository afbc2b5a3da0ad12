import pino, { type Logger } from 'pino'

/** Structured lines for operators. Nothing about readers is written: no address, no query, no cookie. */
export const openLog = (level: string): Logger => pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })
