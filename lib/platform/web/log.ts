import pino from 'pino'
import { settings } from '@/lib/platform/settings'

/** Structured lines for operators. Nothing about readers is written: no address, no query, no cookie. */
export const log = pino({ level: settings().logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime })
