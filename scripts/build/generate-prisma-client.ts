import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { withLock } from '@/scripts/cli/process-lock.mjs'
import { DATA, ROOT } from '@/scripts/paths'
import { run } from '@/scripts/cli/child-process'

const CLIENT = join(ROOT, 'lib', 'platform', 'database', 'generated')

/** Generates the Prisma client if the schema changed since the last run. Returns true if it generated. */
export async function generate(): Promise<boolean> {
  const schema = join(ROOT, 'prisma', 'schema.prisma')
  if (!existsSync(schema)) return false
  return withLock(join(DATA, 'generate.lock'), async () => {
    const note = join(DATA, 'generated')
    const inputs = [schema, join(ROOT, 'prisma.config.ts'), join(ROOT, 'node_modules', 'prisma', 'package.json')]
    const hash = createHash('sha256')
    for (const file of inputs) if (existsSync(file)) hash.update(readFileSync(file))
    const wanted = hash.digest('hex')
    if (existsSync(CLIENT) && existsSync(note) && readFileSync(note, 'utf8') === wanted) return false

    await run('prisma generate', 'node_modules/prisma/build/index.js', ['generate', '--no-hints'], {
      // Prisma requires a path to its native engine but doesn't use it for generating, so any file works.
      PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
      DATABASE_URL: process.env.DATABASE_URL ?? 'postgresql://localhost/unused',
    })
    mkdirSync(dirname(note), { recursive: true })
    writeFileSync(note, wanted)
    return true
  })
}
