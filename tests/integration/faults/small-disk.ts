import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  chownSync,
  closeSync,
  cpSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { withConnection } from '@/scripts/postgres/databases'
import { type Postgres, primary } from '@/tests/fixtures/postgres'

export type Disk = {
  database: Postgres
  /** True for a tmpfs of its own; without the right to mount one, triggers raise the same errors. */
  real: boolean
  fill: () => Promise<void>
  free: () => Promise<void>
  remove: () => Promise<void>
}

const SETTINGS = "max_wal_size = '48MB'\nmin_wal_size = '32MB'\nautovacuum = off\n"

/** A PostgreSQL on a small tmpfs that can be filled, for all of its data or only for `part` of it, such as `pg_wal`. */
export async function smallDisk({ size = '160m', part = '' } = {}): Promise<Disk> {
  let data = ''
  let real = false
  const database = await primary({
    durable: true,
    prepare: (folder) => {
      data = join(folder, part)
      real = moveToDisk(data, size)
      appendFileSync(join(folder, 'postgresql.auto.conf'), SETTINGS)
    },
  })
  const run = (sql: string) => withConnection(database.url('postgres'), (client) => client.query(sql))
  const ballast = join(data, 'ballast')
  return {
    database,
    real,
    fill: async () => void (real ? writeUntilFull(ballast) : await run(FULL)),
    free: async () => void (real ? rmSync(ballast) : await run(FREE)),
    remove: async () => {
      await database.kill()
      if (real) execFileSync('umount', [data])
      await database.end()
    },
  }
}

/** Moves the folder to a tmpfs; false where this user may not mount one. */
function moveToDisk(data: string, size: string): boolean {
  const { uid, gid } = statSync(data)
  const original = `${data}-moved`
  renameSync(data, original)
  mkdirSync(data, { mode: 0o700 })
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=0700`, 'none', data], { stdio: 'ignore' })
  } catch {
    rmSync(data, { recursive: true })
    renameSync(original, data)
    return false
  }
  cpSync(original, data, { recursive: true })
  for (const name of ['', ...(readdirSync(data, { recursive: true }) as string[])])
    chownSync(join(data, name), uid, gid)
  rmSync(original, { recursive: true })
  return true
}

function writeUntilFull(path: string): void {
  const file = openSync(path, 'w')
  try {
    for (const block of [1024 * 1024, 4096].map((size) => Buffer.alloc(size)))
      try {
        while (writeSync(file, block) === block.length);
      } catch (error) {
        if ((error as { code?: string }).code !== 'ENOSPC') throw error
      }
  } finally {
    closeSync(file)
  }
}

const TABLES = `FOR entry IN SELECT oid::regclass AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace LOOP`
/** Makes every write fail with PostgreSQL's error for a full disk. */
export const FULL = `
  CREATE OR REPLACE FUNCTION disk_is_full() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'No space left on device' USING ERRCODE = 'disk_full'; END $$;
  DO $$ DECLARE entry record; BEGIN ${TABLES}
    EXECUTE format('CREATE TRIGGER disk_is_full BEFORE INSERT OR UPDATE ON %s EXECUTE FUNCTION disk_is_full()', entry.name);
  END LOOP; END $$`
export const FREE = 'DROP FUNCTION disk_is_full() CASCADE'
