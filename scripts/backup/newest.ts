import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** A new backup's file name, which sorts by time. */
export const backupName = (now = new Date()): string =>
  `local-record-${now.toISOString().slice(0, 19).replaceAll(':', '-')}.backup`

/** The backup in a folder that was written last; null if there is none. */
export function newestBackup(folder: string): string | null {
  if (!existsSync(folder)) return null
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.backup'))
    .map((name) => join(folder, name))
    .map((path) => ({ path, at: statSync(path).mtimeMs }))
  return files.sort((a, b) => b.at - a.at || (a.path < b.path ? 1 : -1))[0]?.path ?? null
}
