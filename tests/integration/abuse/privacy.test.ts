import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { deleteExpired } from '@/lib/platform/auth/delete-expired'
import { ROOT } from '@/scripts/paths'
import { testDatabase } from '../database'

const db = await testDatabase()
const page = readFileSync(join(ROOT, 'docs/privacy.md'), 'utf8')

const columns = async (): Promise<string[]> => {
  const { rows } = await db.pool.query<{ name: string }>(
    `SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public'`,
  )
  return rows.map(({ name }) => name)
}

/** The columns in the page's table: "admin_user | id, name" → admin_user.id, admin_user.name. */
const listed = [...page.matchAll(/^\| (\w+) +\| ([a-z_, ]+?) +\|/gm)].flatMap(([, table, names]) =>
  names!.split(', ').map((name) => `${table}.${name}`),
)
const described = new Set(listed.map((one) => one.split('.')[0]!))
const named = new Set([...page.matchAll(/`(\w+)`/g)].map(([, name]) => name!))

test('docs/privacy.md lists exactly the columns that hold personal data', async () => {
  const actual = (await columns()).filter((one) => described.has(one.split('.')[0]!))
  expect(actual.length).toBeGreaterThan(80)
  expect(listed.filter((one) => one !== 'table.column').toSorted()).toEqual(actual.toSorted())
})

test('docs/privacy.md names every table, and says which ones record who did something', async () => {
  const all = await columns()
  const tables = [...new Set(all.map((one) => one.split('.')[0]!))]
  expect(tables.filter((one) => !described.has(one) && !named.has(one))).toEqual([])
  const [, about, nobody] = page.split(/^## /m).slice(1)
  const of = (text: string) => new Set([...text.matchAll(/`(\w+)`/g)].map(([, name]) => name!))
  const says = all.filter((one) => /\.(by_id|author_id|.*_by|.*_by_id|user_id|email|ip_address|user_agent)$/.test(one))
  expect(says.map((one) => one.split('.')[0]!).filter((one) => of(nobody!).has(one))).toEqual([])
  expect(says.filter((one) => !described.has(one.split('.')[0]!) && !of(about!).has(one.split('.')[0]!))).toEqual([])
})

const daysFromNow = (days: number) => new Date(Date.now() + days * 86_400_000)

beforeEach(async () => {
  await db.pool.query(`TRUNCATE admin_user, admin_session, admin_verification, admin_invitation CASCADE`)
  await db.pool.query(`INSERT INTO admin_user (id, name, email) VALUES ('u', 'U', 'u@admin.example')`)
})

test('expired rows are deleted, and current ones stay', async () => {
  for (const [id, days] of [
    ['old', -1],
    ['new', 1],
  ] as const) {
    await db.pool.query(
      `INSERT INTO admin_session (id, token, user_id, expires_at, updated_at) VALUES ($1, $1, 'u', $2, now())`,
      [id, daysFromNow(days)],
    )
    await db.pool.query(
      `INSERT INTO admin_verification (id, identifier, value, expires_at, updated_at) VALUES ($1, $1, 'u', $2, now())`,
      [id, daysFromNow(days)],
    )
  }
  for (const days of [-40, -10, 3])
    await db.pool.query(
      `INSERT INTO admin_invitation (id, token_hash, email, role, by_id, expires_at)
       VALUES (gen_random_uuid(), $1::text, 'i' || $1 || '@admin.example', 'editor', 'u', $2)`,
      [String(days), daysFromNow(days)],
    )
  await deleteExpired()
  const ids = async (table: string) => (await db.pool.query(`SELECT id FROM ${table}`)).rows.map(({ id }) => id)
  expect([await ids('admin_session'), await ids('admin_verification')]).toEqual([['new'], ['new']])
  const { rows } = await db.pool.query(`SELECT email FROM admin_invitation ORDER BY expires_at`)
  expect(rows.map(({ email }) => email)).toEqual([null, 'i-10@admin.example', 'i3@admin.example'])
})
