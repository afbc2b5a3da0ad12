import { closePools } from '@/lib/platform/database/pool'
import { set } from '@/lib/platform/settings/settings'
import { onShutdown } from '@/scripts/cli/shutdown'
import { withDatabase } from '@/scripts/postgres/databases'
import { copyDatabase, dropDatabase } from '@/scripts/postgres/templates'
import { dataset } from './dataset/database'
import { makeReference } from './reference/schema'

/** Runs the work on a copy of the database, so that measures may publish and the next run starts with the same data. */
export async function withDatabaseCopy<T>(
  { admin, size, reportProgress }: { admin: string; size: number; reportProgress: (state: string) => void },
  work: (database: string) => Promise<T>,
): Promise<T> {
  const original = await dataset(admin, size, reportProgress)
  reportProgress('the tables of the reference')
  await makeReference(original)
  reportProgress('a copy of the data set')
  const name = `bench_run_${size}`
  onShutdown(() => dropDatabase(admin, name))
  await dropDatabase(admin, name)
  await copyDatabase(admin, new URL(original).pathname.slice(1), name)
  const database = withDatabase(admin, name)
  set('DATABASE_URL', database)
  try {
    return await work(database)
  } finally {
    await closePools()
    await dropDatabase(admin, name)
  }
}
