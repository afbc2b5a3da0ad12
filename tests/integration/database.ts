import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { closePools } from '@/lib/platform/database/pool'
import { set } from '@/lib/platform/settings/settings'
import { withDatabase } from '@/scripts/postgres/databases'
import { copyDatabase, dropDatabase } from '@/scripts/postgres/templates'

type TestDatabase = { url: string; pool: pg.Pool }

/**
 * A migrated, empty database for this file alone, dropped after the file. The site's pools use it too.
 * Call it at the top: `const db = await testDatabase()`.
 */
export async function testDatabase({ migrated = true } = {}): Promise<TestDatabase> {
  const { admin, prefix, template } = inject('testServer')
  const name = `${prefix}${randomUUID().slice(0, 8)}`
  await copyDatabase(admin, migrated ? template : 'template0', name)
  const url = withDatabase(admin, name)
  await closePools()
  set('DATABASE_URL', url)
  const pool = new pg.Pool({ connectionString: url, max: 5, options: '-c TimeZone=UTC' })
  pool.on('error', () => {})
  afterAll(async () => {
    await closePools()
    await pool.end()
    await dropDatabase(admin, name)
  })
  return { url, pool }
}
