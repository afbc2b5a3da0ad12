import { statfsSync } from 'node:fs'
import { WrongSettings } from '@/lib/platform/settings/settings'
import { DATA } from '@/scripts/paths'
import { UsageError } from '@/scripts/cli/command-line.mjs'

/** An error that the user of a command can act on: its message is printed without a stack. */
export class CliError extends Error {
  override name = 'CliError'
}

const FULL = 'The disk is full: free some space and start again. Nothing was left half done.'

const SENTENCES: Record<string, (error: Failure) => string> = {
  ENOSPC: () => FULL,
  '53100': () => 'The disk of the database is full: free some space and start again. Nothing was left half done.',
  ECONNREFUSED: (error) => `The database at ${addressOf(error)} does not answer: start it, or correct DATABASE_URL.`,
  ETIMEDOUT: (error) => `The database at ${addressOf(error)} does not answer: check its address in DATABASE_URL.`,
  ENOTFOUND: (error) => `The database's address ${error.hostname ?? ''} can't be resolved: correct DATABASE_URL.`,
  EAI_AGAIN: (error) => `The database's address ${error.hostname ?? ''} can't be resolved: correct DATABASE_URL.`,
  '28P01': () => 'The database refused the user name or password: correct DATABASE_URL.',
  '28000': (error) => `The database refused the sign-in (${error.message}): correct DATABASE_URL.`,
  '3D000': (error) => `The ${error.message}: create it (createdb), or correct DATABASE_URL.`,
  '42501': (error) => `The database user may not do this (${error.message}): give it the right, or use another user.`,
  '57P03': () => 'The database is starting up or shutting down: try again in a moment.',
  '53300': () => 'The database has no connection left: raise its max_connections, or close other programs.',
}

type Failure = Error & { code?: string; address?: string; port?: number; hostname?: string; errors?: Failure[] }

const addressOf = ({ address, port }: Failure) => (address ? `${address}:${port}` : 'that address')

/** One plain sentence for an error; null for an unexpected one, whose stack is worth printing. */
export function sentenceFor(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  if (/No space left|ENOSPC|Check free disk space/.test(error.message)) return FULL
  if (error instanceof CliError || error instanceof UsageError || error instanceof WrongSettings) return error.message
  const failure = error as Failure
  const sentence = SENTENCES[failure.code ?? '']
  if (sentence) return sentence(failure.errors?.[0] ?? failure)
  // PostgreSQL drops its connections when it can't create its next WAL file, which takes 16 MB.
  if (isDiskFull()) return FULL
  if (/timeout expired|connection timeout/i.test(failure.message)) {
    return 'The database does not answer in time: check its address in DATABASE_URL.'
  }
  if (/connection terminated/i.test(failure.message)) {
    return 'The database ended the connection: see whether it runs, and whether DATABASE_URL is right.'
  }
  return failure.cause ? sentenceFor(failure.cause) : null
}

function isDiskFull(): boolean {
  try {
    const { bavail, bsize } = statfsSync(DATA)
    return bavail * bsize < 17_000_000
  } catch {
    return false
  }
}
