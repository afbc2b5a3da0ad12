import { join } from 'node:path'
import { CliError } from '@/scripts/cli/cli-error'
import { withLock } from '@/scripts/cli/process-lock.mjs'
import { CHECKOUT_LOCKS, ROOT } from '@/scripts/paths'

/** Runs work that changes the project's folder, one process at a time. @throws CliError where it can't be written. */
export async function withCheckoutLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await withLock(join(CHECKOUT_LOCKS, name), work)
  } catch (error) {
    if (!['EROFS', 'EACCES', 'EPERM'].includes((error as { code?: string }).code ?? '')) throw error
    throw new CliError(
      `The sources changed since they were built, and ${ROOT} can't be written: run "node scripts/run.mjs build" there as its owner.`,
    )
  }
}
