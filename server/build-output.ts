import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The Next settings that a build was made with. */
export const builtConfig = (built: string): unknown =>
  JSON.parse(readFileSync(join(built, 'required-server-files.json'), 'utf8')).config
