import { randomUUID } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import { closePools } from '@/lib/platform/database/pool'
import { set } from '@/lib/platform/settings/settings'
import { sourceHash } from '@/scripts/build/build'
import { ROOT } from '@/scripts/paths'
import { withDatabase } from '@/scripts/postgres/databases'
import { contentTemplate, copyDatabase, dropDatabase, createTemplate } from '@/scripts/postgres/templates'
import { fill } from '@/tests/bench/dataset/fill'

const SIZE = 20_000

/** A database for this file whose tables are large enough for PostgreSQL to plan as it does for a million statements. */
export async function largeDatabase(): Promise<void> {
  const server = inject('testServer')
  const content = await contentTemplate(server)
  const key = sourceHash(ROOT, ['tests/bench/dataset', 'prisma'])
  const large = await createTemplate(server, 'large', key, (url) => fill(url, SIZE, () => {}), content)
  const name = `${server.prefix}${randomUUID().slice(0, 8)}`
  await copyDatabase(server.admin, large, name)
  await closePools()
  set('DATABASE_URL', withDatabase(server.admin, name))
  afterAll(async () => {
    await closePools()
    await dropDatabase(server.admin, name)
  })
}
