import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate } from '@/scripts/postgres/migrate'
import { testDatabase } from '@/tests/integration/database'

const { url, pool } = await testDatabase({ migrated: false })

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'migrations-'))))
afterEach(async () => {
  rmSync(folder, { recursive: true })
  await pool.query('drop schema public cascade; create schema public')
})

function write(name: string, sql: string) {
  mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, name, 'migration.sql'), sql)
}
const names = async () =>
  (await pool.query(`select migration_name from _prisma_migrations order by 1`)).rows.map((row) => row.migration_name)
const exists = async (table: string) =>
  (await pool.query('select to_regclass($1) as found', [table])).rows[0].found !== null

test('migrations are applied in order, once', async () => {
  write('2_second', 'create table b (a_id int references a)')
  write('1_first', 'create table a (id int primary key)')
  expect(await migrate(url, folder)).toEqual(['1_first', '2_second'])
  expect(await migrate(url, folder)).toEqual([])
  expect(await names()).toEqual(['1_first', '2_second'])
})

test('a failed migration is rolled back, and earlier ones stay', async () => {
  write('1_good', 'create table good (id int)')
  write('2_bad', 'create table half (id int);\ncreate table half_too (id nonsense)')
  write('3_never', 'create table never (id int)')
  await expect(migrate(url, folder)).rejects.toThrow(/2_bad failed in line 2: type "nonsense" does not exist/)
  expect(await names()).toEqual(['1_good'])
  expect([await exists('good'), await exists('half'), await exists('never')]).toEqual([true, false, false])
})

test('a file changed after it was applied is rejected, except for line endings', async () => {
  write('1_first', 'create table a (\nid int)')
  await migrate(url, folder)
  write('1_first', 'create table a (\r\nid int)')
  expect(await migrate(url, folder)).toEqual([])
  write('1_first', 'create table a (id bigint)')
  await expect(migrate(url, folder)).rejects.toThrow(/1_first was changed after it was applied/)
})

test('concurrent runners apply each migration once', async () => {
  write('1_slow', 'select pg_sleep(0.3); create table a (id int)')
  const applied = await Promise.all([migrate(url, folder), migrate(url, folder), migrate(url, folder)])
  expect(applied.flat()).toEqual(['1_slow'])
})

test('a migration that another program left unfinished is rejected', async () => {
  write('1_first', 'create table a (id int)')
  await migrate(url, folder)
  await pool.query('update _prisma_migrations set finished_at = null')
  await expect(migrate(url, folder)).rejects.toThrow(/not finished/)
})
