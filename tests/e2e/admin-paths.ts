import { readdirSync } from 'node:fs'
import { join, posix } from 'node:path'
import { ROOT } from '@/scripts/paths'

/** The routes below app/admin with this file name, such as "/admin/people/[id]". */
export const adminRoutes = (file: string): string[] =>
  readdirSync(join(ROOT, 'app/admin'), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => posix.basename(path) === file)
    .map((path) => `/admin/${posix.dirname(path)}`.replace(/\/\.$/, ''))
