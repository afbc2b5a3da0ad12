import { closePools } from '@/lib/platform/database/pool'
import { set } from '@/lib/platform/settings/settings'
import { onShutdown } from '@/scripts/cli/shutdown'
import { withDatabase } from '@/scripts/postgres/databases'
import { copyDatabase, dropDatabase } from '@/scripts/postgres/templates'
import { dataset } from './dataset/database'
import { makeReference } from './reference/schema'

/** Works on a copy of a data set, which may then publish: the next run begins with the same data. */
export async function onCopy<T>(
  { admin, size, tell }: { admin: string; size: number; tell: (state: string) => void },
  work: (database: string) => Promise<T>,
): Promise<T> {
  const kept = await dataset(admin, size, tell)
  tell('the tables of the reference')
  await makeReference(kept)
  tell('a copy of the data set')
  const name = `bench_run_${size}`
  onShutdown(() => dropDatabase(admin, name))
  await dropDatabase(admin, name)
  await copyDatabase(admin, new URL(kept).pathname.slice(1), name)
  const database = withDatabase(admin, name)
  set('DATABASE_URL', database)
  try {
    return await work(database)
  } finally {
    await closePools()
    await dropDatabase(admin, name)
  }
}
