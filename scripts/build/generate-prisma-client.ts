import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withCheckoutLock } from '@/scripts/build/checkout-lock'
import { ROOT } from '@/scripts/paths'
import { run } from '@/scripts/cli/child-process'

const CLIENT = join(ROOT, 'lib', 'platform', 'database', 'generated')

/** A hash of what the client was generated from, written last. */
const NOTE = join(CLIENT, 'generated-from')

/**
 * Generates the Prisma client if the schema changed since the last run. Returns true if it generated. A client that is
 * up to date needs no write, so the folder may be read-only.
 */
export async function generate(): Promise<boolean> {
  const schema = join(ROOT, 'prisma', 'schema.prisma')
  if (!existsSync(schema)) return false
  const inputs = [schema, join(ROOT, 'prisma.config.ts'), join(ROOT, 'node_modules', 'prisma', 'package.json')]
  const hash = createHash('sha256')
  for (const file of inputs) if (existsSync(file)) hash.update(readFileSync(file))
  const wanted = hash.digest('hex')
  const isCurrent = () => existsSync(NOTE) && readFileSync(NOTE, 'utf8') === wanted
  if (isCurrent()) return false
  return withCheckoutLock('generate.lock', async () => {
    if (isCurrent()) return false
    await run('prisma generate', 'node_modules/prisma/build/index.js', ['generate', '--no-hints'], {
      // Prisma requires a path to its native engine but doesn't use it for generating, so any file works.
      PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
      DATABASE_URL: process.env.DATABASE_URL ?? 'postgresql://localhost/unused',
    })
    writeFileSync(NOTE, wanted)
    return true
  })
}
