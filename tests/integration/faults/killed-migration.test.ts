import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { JOBS_SCHEMA } from '@/lib/platform/jobs/schema'
import { MIGRATIONS, migrate, readMigrations } from '@/scripts/postgres/migrate'
import { withConnection, withDatabase } from '@/scripts/postgres/databases'
import { copyDatabase, dropDatabase } from '@/scripts/postgres/templates'
import { verifyHistory } from '@/scripts/verify/history'
import { KILLS, bundleWorker, workerQueue } from './killable-worker'

const { admin, prefix } = inject('testServer')
const names = readMigrations().map(({ name }) => name)
/** The number of migrations of the first version that was in use. */
const FIRST = 2

const databases: string[] = []
const createDatabase = async (from: string): Promise<string> => {
  const name = `${prefix}${randomUUID().slice(0, 8)}`
  await copyDatabase(admin, from, name)
  databases.push(name)
  return name
}
const urlOf = (name: string) => withDatabase(admin, name)

const rowsOf = (url: string, query: string) =>
  withConnection(url, async (client) => (await client.query({ text: query, rowMode: 'array' })).rows.flat())

const SCHEMA = `
  SELECT format('%s.%s %s %s %s', table_name, column_name, data_type, is_nullable, column_default)
    FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'
  UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
  UNION ALL SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> '_prisma_migrations'
  UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
    AND tgrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)
  UNION ALL SELECT proname || md5(prosrc) FROM pg_proc WHERE pronamespace = 'public'::regnamespace ORDER BY 1`

// A later migration renames the column with the record type.
const HISTORY = `SELECT concat(coalesce(to_jsonb(r) ->> 'room', to_jsonb(r) ->> 'type'), record_id, version, data)
    FROM revision r UNION ALL
  SELECT concat(id, command, detail) FROM change ORDER BY 1`

let removeBundle: (() => void) | undefined
let first: string
let history: unknown[]
/** The schema after n migrations. */
const schemas: unknown[][] = []

beforeAll(async () => {
  removeBundle = await bundleWorker()
  first = await createDatabase('template0')
  await migrate(urlOf(first), MIGRATIONS, names[FIRST - 1])
  await withConnection(urlOf(first), (client) =>
    client.query(`
      INSERT INTO revision (room, record_id, version, kind, data, card, by_id)
        SELECT 'labels', lpad(n::text, 10, '0'), 1, 'published', '{"words": "a label"}', '{}', 'editor' FROM generate_series(1, 5000) n;
      INSERT INTO change (command, by_id, detail) SELECT 'drafts.publish', 'editor', '{}' FROM generate_series(1, 5000)`),
  )
  history = await rowsOf(urlOf(first), HISTORY)
  const scratch = await createDatabase(first)
  for (let number = FIRST; number <= names.length; number++) {
    await migrate(urlOf(scratch), MIGRATIONS, names[number - 1])
    schemas[number] = await rowsOf(urlOf(scratch), SCHEMA)
  }
})

afterAll(async () => {
  removeBundle?.()
  for (const name of databases) await dropDatabase(admin, name)
})

test(
  'a start that is killed while it migrates leaves each migration complete or not begun, and the next start runs the rest',
  async () => {
    const nextWorker = workerQueue('migrate', async () => urlOf(await createDatabase(first)), KILLS)
    const counts = { killed: 0, old: 0, new: 0, between: 0 }
    let maxDelay = 500
    for (; counts.killed < KILLS; counts.killed++) {
      const worker = await nextWorker()
      worker.begin()
      await sleep(Math.random() * maxDelay)
      await worker.kill()
      const applied = (await rowsOf(worker.url, 'SELECT count(*)::int FROM _prisma_migrations'))[0] as number
      expect(await rowsOf(worker.url, SCHEMA)).toEqual(schemas[applied])
      expect(await rowsOf(worker.url, HISTORY)).toEqual(history)
      expect(await migrate(worker.url)).toEqual(names.slice(applied))
      expect(await rowsOf(worker.url, SCHEMA)).toEqual(schemas[names.length])
      expect(await rowsOf(worker.url, HISTORY)).toEqual(history)
      expect((await verifyHistory(worker.url)).wrong).toEqual([])
      expect(await rowsOf(worker.url, 'SELECT max(id) FROM graphile_worker.migrations')).toEqual([JOBS_SCHEMA])
      counts[applied === FIRST ? 'old' : applied === names.length ? 'new' : 'between'] += 1
      maxDelay = Math.min(5_000, maxDelay * (applied === names.length ? 0.8 : 1.25))
      await dropDatabase(admin, new URL(worker.url).pathname.slice(1))
    }
    console.log('killed while migrating (between: some migrations, each complete):', counts)
  },
  600_000 + KILLS * 10_000,
)
