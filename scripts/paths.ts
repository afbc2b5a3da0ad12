import { fileURLToPath } from 'node:url'
import { join, resolve } from 'node:path'

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

/**
 * What the project writes while it runs: databases, the secret, reports, notes of running servers. Ignored by git. With
 * DATA_DIR elsewhere, a built project runs from a folder that it can't write to.
 */
export const DATA = resolve(ROOT, process.env.DATA_DIR || '.data')

/** Where backups are written and looked for. Not in .data, because people delete that folder to begin anew. */
export const BACKUPS = process.env.DATA_DIR ? join(DATA, 'backups') : join(ROOT, 'backups')

/** Locks for work that changes the project's own folder: its packages, its generated code, its build. */
export const CHECKOUT_LOCKS = join(ROOT, '.data')
