import { statfsSync } from 'node:fs'
import { WrongSettings } from '@/lib/platform/settings/settings'
import { DATA } from '@/scripts/paths'

/** Something that the person at the keyboard can act on: its message is shown as it is, without a stack. */
export class CliError extends Error {
  override name = 'Trouble'
}

const FULL = 'The disk is full: make room and start again. Nothing was left half done.'

const KNOWN: Record<string, (error: Failure) => string> = {
  ENOSPC: () => FULL,
  '53100': () => 'The disk of the database is full: make room and start again. Nothing was left half done.',
  ECONNREFUSED: (error) => `The database at ${at(error)} does not answer: start it, or correct DATABASE_URL.`,
  ETIMEDOUT: (error) => `The database at ${at(error)} does not answer: check its address in DATABASE_URL.`,
  ENOTFOUND: (error) => `The database's address ${error.hostname ?? ''} is not known: correct DATABASE_URL.`,
  EAI_AGAIN: (error) => `The database's address ${error.hostname ?? ''} is not known: correct DATABASE_URL.`,
  '28P01': () => 'The database refused the user name or password: correct DATABASE_URL.',
  '28000': (error) => `The database refused the sign-in (${error.message}): correct DATABASE_URL.`,
  '3D000': (error) => `The ${error.message}: create it (createdb), or correct DATABASE_URL.`,
  '42501': (error) => `The database user may not do this (${error.message}): give it the right, or use another user.`,
  '57P03': () => 'The database is starting up or shutting down: try again in a moment.',
  '53300': () => 'The database has no connection left: raise its max_connections, or close other programs.',
}

type Failure = Error & { code?: string; address?: string; port?: number; hostname?: string; errors?: Failure[] }

const at = ({ address, port }: Failure) => (address ? `${address}:${port}` : 'that address')

/** One plain sentence for an error; null when it is none that we know, and its stack is worth showing. */
export function sentenceFor(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  if (/No space left|ENOSPC|Check free disk space/.test(error.message)) return FULL
  if (error instanceof CliError || error instanceof WrongSettings) return error.message
  const failure = error as Failure
  const known = KNOWN[failure.code ?? '']
  if (known) return known(failure.errors?.[0] ?? failure)
  // PostgreSQL ends its connections when it can't make its next file, of 16 MB.
  if (isFull()) return FULL
  if (/timeout expired|connection timeout/i.test(failure.message)) {
    return 'The database does not answer in time: check its address in DATABASE_URL.'
  }
  if (/connection terminated/i.test(failure.message)) {
    return 'The database ended the connection: see whether it runs, and whether DATABASE_URL is right.'
  }
  return failure.cause ? sentenceFor(failure.cause) : null
}

function isFull(): boolean {
  try {
    const { bavail, bsize } = statfsSync(DATA)
    return bavail * bsize < 17_000_000
  } catch {
    return false
  }
}
