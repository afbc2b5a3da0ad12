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
import { connected } from '@/scripts/postgres/databases'
import { type Postgres, primary } from '@/tests/fixtures/postgres'

export type Disk = {
  database: Postgres
  /** Whether it is a disk of its own; else the database only says what it would say. */
  real: boolean
  fill: () => Promise<void>
  free: () => Promise<void>
  end: () => Promise<void>
}

const SETTINGS = "max_wal_size = '48MB'\nmin_wal_size = '32MB'\nautovacuum = off\n"

/**
 * A PostgreSQL whose disk can be filled: a small one in memory, where this user may mount one; for all of its data, or
 * for its log alone (`part`).
 */
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
  const say = (sql: string) => connected(database.url('postgres'), (client) => client.query(sql))
  const ballast = join(data, 'ballast')
  return {
    database,
    real,
    fill: async () => void (real ? writeUntilFull(ballast) : await say(FULL)),
    free: async () => void (real ? rmSync(ballast) : await say(FREE)),
    end: async () => {
      await database.kill()
      if (real) execFileSync('umount', [data])
      await database.end()
    },
  }
}

function moveToDisk(data: string, size: string): boolean {
  const { uid, gid } = statSync(data)
  const away = `${data}-moved`
  renameSync(data, away)
  mkdirSync(data, { mode: 0o700 })
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=0700`, 'none', data], { stdio: 'ignore' })
  } catch {
    rmSync(data, { recursive: true })
    renameSync(away, data)
    return false
  }
  cpSync(away, data, { recursive: true })
  for (const name of ['', ...(readdirSync(data, { recursive: true }) as string[])])
    chownSync(join(data, name), uid, gid)
  rmSync(away, { recursive: true })
  return true
}

function writeUntilFull(path: string): void {
  const file = openSync(path, 'w')
  try {
    for (const piece of [1024 * 1024, 4096].map((size) => Buffer.alloc(size)))
      try {
        while (writeSync(file, piece) === piece.length);
      } catch (error) {
        if ((error as { code?: string }).code !== 'ENOSPC') throw error
      }
  } finally {
    closeSync(file)
  }
}

const TABLES = `FOR one IN SELECT oid::regclass AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace LOOP`
/** Has the database refuse what is written as it does without space, where no disk of its own can be had. */
export const FULL = `
  CREATE OR REPLACE FUNCTION disk_is_full() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'No space left on device' USING ERRCODE = 'disk_full'; END $$;
  DO $$ DECLARE one record; BEGIN ${TABLES}
    EXECUTE format('CREATE TRIGGER disk_is_full BEFORE INSERT OR UPDATE ON %s EXECUTE FUNCTION disk_is_full()', one.name);
  END LOOP; END $$`
export const FREE = 'DROP FUNCTION disk_is_full() CASCADE'
