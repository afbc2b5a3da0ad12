import { fileURLToPath } from 'node:url'
import { join } from 'node:path'

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

/** What the project makes while it runs: databases, the unpacked browser, notes on builds. Ignored by git. */
export const DATA = join(ROOT, '.data')
