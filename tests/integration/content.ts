import { randomUUID } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import { closePools } from '@/lib/platform/database/pool'
import { set } from '@/lib/platform/settings/settings'
import { withDatabase } from '@/scripts/postgres/databases'
import { contentTemplate, copyDatabase, dropDatabase } from '@/scripts/postgres/templates'

/** A copy of the first content for this file alone. It is dropped after the file. */
export async function contentDatabase(): Promise<void> {
  const { admin, prefix } = inject('testServer')
  const from = await contentTemplate({ admin, prefix })
  const name = `${prefix}${randomUUID().slice(0, 8)}`
  await copyDatabase(admin, from, name)
  await closePools()
  set('DATABASE_URL', withDatabase(admin, name))
  set('SITE_URL', 'https://record.example')
  afterAll(async () => {
    await closePools()
    await dropDatabase(admin, name)
  })
}
