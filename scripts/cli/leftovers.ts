import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { lifeOf } from '@/scripts/cli/process-lock.mjs'

/**
 * Removes the unfinished files and folders that killed processes left in a folder. `name` matches them and captures the
 * process ID. Those of running processes stay.
 */
export function removeLeftovers(folder: string, name: RegExp): void {
  if (!existsSync(folder)) return
  for (const entry of readdirSync(folder)) {
    const pid = name.exec(entry)?.[1]
    if (pid && !lifeOf(Number(pid))) rmSync(join(folder, entry), { recursive: true, force: true })
  }
}
