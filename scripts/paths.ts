import { fileURLToPath } from 'node:url'
import { join } from 'node:path'

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

/** Runtime data of the project: databases, the unpacked browser, build records. Ignored by git. */
export const DATA = join(ROOT, '.data')
