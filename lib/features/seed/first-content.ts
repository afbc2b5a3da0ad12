import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { sql } from '@/lib/platform/database/sql'
import { readContent } from './content-files'

const FOLDER = join(process.cwd(), 'prisma', 'content')

/** The seed files, a hash of their content, and whether this content was already loaded. */
export async function firstContent() {
  const files = await readContent(FOLDER)
  const state = createHash('sha256').update(JSON.stringify(files)).digest('hex')
  const done = await sql`
    SELECT 1 FROM change WHERE command = 'content.load' AND detail ->> 'state' = ${state} LIMIT 1`.rows()
  return { files, state, isLoaded: done.length > 0 }
}
